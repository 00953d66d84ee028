//! Which file of the page names which. A reference is a file's own name, hash and all,
//! standing in another file's text. Must not know HTML, CSS or JavaScript.

use super::fingerprint::Files;

/// The last part of a path: the part a reference must contain.
pub fn own_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// Whether this is a file whose text can name others.
fn is_text(path: &str) -> bool {
    let kinds = ["html", "css", "js", "mjs", "svg", "json", "webmanifest"];
    path.rsplit_once('.')
        .is_some_and(|(_, kind)| kinds.contains(&kind))
}

/// Whether `path`'s text names the file `other`.
pub fn names(files: &Files, path: &str, other: &str) -> bool {
    let needle = own_name(other).as_bytes();
    let text = files.get(path).filter(|_| is_text(path));
    text.is_some_and(|text| text.windows(needle.len()).any(|part| part == needle))
}

/// The file's text with one name in place of another.
pub fn renamed(path: &str, bytes: Vec<u8>, old: &str, new: &str) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) if is_text(path) => text.replace(old, new).into_bytes(),
        Ok(text) => text.into_bytes(),
        Err(not_text) => not_text.into_bytes(),
    }
}

/// All files that can be reached from one by names, that one first.
pub fn reached(files: &Files, from: &str) -> Vec<String> {
    let mut found = vec![from.to_owned()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        let new = files.keys().filter(|other| names(files, &path, other));
        let new: Vec<String> = new
            .filter(|other| !found.contains(other))
            .cloned()
            .collect();
        found.extend(new);
        next += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Files {
        let files = [
            (
                "index.html",
                "<link href=./style-1a2b3c4d.css><script src=./boot-99999999.js>",
            ),
            (
                "style-1a2b3c4d.css",
                "a { background: url(dot-00000000.svg) }",
            ),
            ("dot-00000000.svg", "<svg/>"),
            ("boot-99999999.js", "start()"),
            ("embed.js", "nobody names me"),
        ];
        files
            .map(|(name, text)| (name.to_owned(), text.into()))
            .into()
    }

    #[test]
    fn what_a_page_loads_is_what_it_names_and_what_that_names() {
        let reached = reached(&page(), "index.html");
        let expected = [
            "index.html",
            "boot-99999999.js",
            "style-1a2b3c4d.css",
            "dot-00000000.svg",
        ];
        assert_eq!(reached, expected);
    }

    #[test]
    fn only_text_is_rewritten() {
        assert_eq!(renamed("a.js", b"import x".to_vec(), "x", "y"), b"import y");
        assert_eq!(
            renamed("a.wasm", b"import x".to_vec(), "x", "y"),
            b"import x"
        );
    }
}
