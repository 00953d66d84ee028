//! Answers a request: status, headers, body. The Content-Security-Policy is read from the
//! page itself, so that the header and the page's own `<meta>` cannot drift apart.

use super::files::{self, Found};
use super::request::Request;
use super::{Site, reload};
use std::io::{self, Write};

/// An answer about to be written.
pub struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// What the site answers.
pub fn to(request: &Request, site: &Site) -> Answer {
    if request.method != "GET" && request.method != "HEAD" {
        return plain(
            "405 Method Not Allowed",
            "This server only answers GET and HEAD.\n",
        );
    }
    if format!("{}/", request.path) == site.base {
        return moved(&site.base);
    }
    if let Some(script) = reload::answer(request, site) {
        return ok(script);
    }
    match files::find(site, request) {
        Some(found) if found.content_type.starts_with("text/html") => page(found, site),
        Some(found) => ok(found),
        None => plain(
            "404 Not Found",
            &format!("There is no such file. The page is at {}\n", site.base),
        ),
    }
}

fn ok(found: Found) -> Answer {
    let mut headers = vec![("Content-Type", found.content_type.to_owned())];
    headers.extend(
        found
            .encoding
            .map(|name| ("Content-Encoding", name.to_owned())),
    );
    Answer {
        status: "200 OK",
        headers,
        body: found.bytes,
    }
}

fn page(found: Found, site: &Site) -> Answer {
    // Read again: what was found may be compressed, and the policy stands in the text.
    let html = std::fs::read_to_string(site.folder.join("index.html")).unwrap_or_default();
    // No `frame-ancestors`: even `*` would refuse hosts that are sandboxed.
    let policy = policy_in(&html).map(str::to_owned);
    let mut answer = ok(if site.reload {
        reload::into_page(found)
    } else {
        found
    });
    answer
        .headers
        .extend(policy.map(|policy| ("Content-Security-Policy", policy)));
    answer
}

/// The policy in the page's `<meta>`, from its first directive to the closing quote.
fn policy_in(html: &str) -> Option<&str> {
    let policy = &html[html.find("default-src")?..];
    policy.split('"').next()
}

fn moved(to: &str) -> Answer {
    let mut answer = plain("301 Moved Permanently", "The page is one slash further.\n");
    answer.headers.push(("Location", to.to_owned()));
    answer
}

fn plain(status: &'static str, words: &str) -> Answer {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer {
        status,
        headers,
        body: words.into(),
    }
}

impl Answer {
    pub fn write(&self, to: &mut impl Write, with_body: bool) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {}\r\n", self.status);
        let length = ("Content-Length", self.body.len().to_string());
        let own = self.headers.iter().chain([&length]);
        let own = own.map(|(name, value)| (*name, value.as_str()));
        for (name, value) in own.chain(ALWAYS) {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        to.write_all(format!("{head}\r\n").as_bytes())?;
        to.write_all(if with_body { &self.body } else { &[] })
    }
}

/// `*`: a page in a frame sandboxed without allow-same-origin loads its files as a stranger.
const ALWAYS: [(&str, &str); 5] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cache-Control", "no-cache"),
    ("Vary", "Accept-Encoding"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
];
