//! Text made safe for what it is put into: HTML, Markdown, and the cells of a spreadsheet.
//!
//! Knows what each reader takes for more than text; must not know what is said.

/// Text within HTML, in an element or in an attribute between double quotes.
pub fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// Text within Markdown: in a link's words or in a cell of a table. Line breaks become spaces.
pub fn markdown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => safe.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '@' => {
                safe.push('\\');
                safe.push(letter);
            }
            other => safe.push(other),
        }
    }
    safe
}

/// An address between the brackets of a Markdown link.
pub fn markdown_address(address: &str) -> String {
    let mut safe = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '(' => safe.push_str("%28"),
            ')' => safe.push_str("%29"),
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            ' ' => safe.push_str("%20"),
            '\\' => safe.push_str("%5C"),
            other => safe.push(other),
        }
    }
    safe
}

/// Text that no spreadsheet takes for a formula: an apostrophe goes before `=`, `+`, `-`, `@` and
/// their full-width forms where a cell begins with them, or would begin in a spreadsheet that
/// splits cells at another separator. Controls become spaces.
pub fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut begins = true;
    for letter in text.chars() {
        let letter = if letter.is_control() { ' ' } else { letter };
        if begins && starts_formula(letter) {
            safe.push('\'');
        }
        let blank = letter.is_whitespace() || letter == '\u{feff}';
        begins = matches!(letter, ',' | ';' | '|' | '"') || (begins && blank);
        safe.push(letter);
    }
    safe
}

/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn starts_formula(letter: char) -> bool {
    matches!(
        letter,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '−'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_text_only() {
        assert_eq!(
            html("<a href=\"x\">'&'</a>"),
            "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;"
        );
    }

    #[test]
    fn markdown_is_text_only() {
        assert_eq!(markdown("a|b](x)\n*c*"), "a\\|b\\](x) \\*c\\*");
        assert_eq!(markdown_address("https://x/(a b)"), "https://x/%28a%20b%29");
    }

    #[test]
    fn no_cell_begins_a_formula() {
        for (given, safe) in [
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "  '@SUM(A1)"),
            ("\t-2", " '-2"),
            ("a;=1", "a;'=1"),
            ("\"+1", "\"'+1"),
            ("\u{feff}＝1", "\u{feff}'＝1"),
            ("1K-4K", "1K-4K"),
            ("Drafts = cheap", "Drafts = cheap"),
        ] {
            assert_eq!(cell(given), safe, "{given}");
        }
    }
}
