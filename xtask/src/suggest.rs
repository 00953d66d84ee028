//! "Did you mean": the nearest of the known words. Knows no word itself.

/// The known word nearest to `given`, if it is near enough to be a slip of the fingers.
pub fn nearest<'a>(given: &str, known: &[&'a str]) -> Option<&'a str> {
    known
        .iter()
        .map(|word| (distance(given, word), *word))
        .filter(|(steps, word)| *steps <= word.len().div_ceil(3) || word.starts_with(given))
        .min_by_key(|(steps, _)| *steps)
        .map(|(_, word)| word)
}

/// Edit distance: the fewest letters to insert, drop or change.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_ignores_strangers() {
        let known = ["serve", "build", "test", "bench"];
        assert_eq!(nearest("sevre", &known), Some("serve"));
        assert_eq!(nearest("tst", &known), Some("test"));
        assert_eq!(nearest("buildd", &known), Some("build"));
        assert_eq!(nearest("deploy", &known), None);
    }

    #[test]
    fn counts_edits() {
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
