//! The one setting: PIXELBILL_SITE, the address where the page will stand. What needs a whole
//! address takes it from here (docs/hosting.md); without it, all but that works.

use crate::error::{Outcome, TaskError};

/// The variable's name.
pub const VARIABLE: &str = "PIXELBILL_SITE";

/// The site's address with a slash at its end; empty where none is set.
pub fn address() -> Outcome<String> {
    checked(&std::env::var(VARIABLE).unwrap_or_default())
}

fn checked(given: &str) -> Outcome<String> {
    let refused = || TaskError::BadSite(given.to_owned());
    let Some((scheme, rest)) = given.split_once("://") else {
        return if given.is_empty() {
            Ok(String::new())
        } else {
            Err(refused())
        };
    };
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/%@".contains(letter);
    let named = !rest.is_empty() && !rest.starts_with('/') && rest.chars().all(plain);
    match scheme {
        "https" | "http" if named => Ok(format!("{}/", given.trim_end_matches('/'))),
        _ => Err(refused()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash() {
        let read = |given| checked(given).ok();
        assert_eq!(read("").as_deref(), Some(""));
        assert_eq!(
            read("https://a.example/b").as_deref(),
            Some("https://a.example/b/")
        );
        assert_eq!(
            read("http://localhost:8080/").as_deref(),
            Some("http://localhost:8080/")
        );
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for given in [
            "a.example",
            "ftp://a.example",
            "https://",
            "https:///b",
            "https://a/#x",
            "https://a/\"><b",
        ] {
            let refusal = checked(given).expect_err(given).to_string();
            assert!(
                refusal.contains(VARIABLE) && refusal.contains(given),
                "{refusal}"
            );
        }
    }
}
