//! Reads the part of an HTTP request a static host cares for.

use std::io::{self, BufRead, Read};

/// What a browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// Decoded, without the query: "/some/sub/path/".
    pub path: String,
    pub accepts_brotli: bool,
    pub accepts_gzip: bool,
}

const LONGEST_HEAD: u64 = 256 * 1024; // a link may be 100 kB long

impl Request {
    pub fn read(stream: &mut impl BufRead) -> io::Result<Request> {
        let mut lines = stream.take(LONGEST_HEAD).lines();
        let first = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        let mut encodings = String::new();
        for line in lines {
            let line = line?.to_ascii_lowercase();
            match line.strip_prefix("accept-encoding:") {
                Some(accepted) => encodings.push_str(accepted),
                None if line.is_empty() => break,
                None => (),
            }
        }
        Ok(Request::of(&first, &encodings))
    }

    fn of(first: &str, encodings: &str) -> Request {
        let mut words = first.split(' ');
        let method = words.next().unwrap_or_default().to_owned();
        let target = words.next().unwrap_or_default();
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let accepts = |name| encodings.split([',', ';']).any(|word| word.trim() == name);
        Request {
            method,
            path: decoded(path),
            accepts_brotli: accepts("br"),
            accepts_gzip: accepts("gzip"),
        }
    }
}

/// Percent-decoding; what is not well-formed stays as it is.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let pair = tail.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let code = pair.and_then(|two| u8::from_str_radix(two, 16).ok());
        match code.filter(|_| *first == b'%') {
            Some(byte) => (bytes.push(byte), rest = &tail[2..]),
            None => (bytes.push(*first), rest = tail),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_matters() {
        let sent =
            "GET /a%20b/?m=x%2Fy HTTP/1.1\r\nHost: here\r\nAccept-Encoding: gzip, br\r\n\r\n";
        let request = Request::read(&mut sent.as_bytes()).expect("a whole request");
        assert_eq!(request.path, "/a b/");
        assert!(request.accepts_brotli && request.accepts_gzip);
    }

    #[test]
    fn rubbish_is_no_panic() {
        for sent in ["", "\r\n", "GET", "GET %zz%2", "GET /%", "G E T \u{fffd}"] {
            assert!(Request::read(&mut sent.as_bytes()).is_ok(), "{sent:?}");
        }
        assert_eq!(decoded("/%zz%2"), "/%zz%2");
    }
}
