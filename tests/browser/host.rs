//! Somebody else's page, on an origin of its own, that holds embeds. Its policy is the one that
//! docs/embedding.md gives, so a story also proves that it is enough. Must not know what an
//! embed shows.

use crate::folder::Folder;
use crate::harness::{Page, Setup};
use serde_json::{Value, json};
use std::ops::{Deref, DerefMut};
use xtask::server::{Server, Site};

/// A host page in a browser; derefs to the page, in whose place the scripts run.
pub struct Host {
    page: Page,
    server: Server,
    folder: Folder,
}

/// Keeps what the embeds say, and what goes wrong on the page.
const SCRIPT: &str = "
    window.estimates = [], window.troubles = [];
    addEventListener('estimate', (event) => estimates.push([event.target.id, event.detail]));
    addEventListener('error', (event) => troubles.push(String(event.message)));
    addEventListener('unhandledrejection', (event) => troubles.push(String(event.reason)));";

impl Host {
    /// A page with this in its body; `SITE` stands for the address of the built page.
    #[track_caller]
    pub fn of(body: &str) -> Host {
        Host::around(Setup::sized(900, 900), body)
    }

    /// The same around another site.
    #[track_caller]
    pub fn around(setup: Setup, body: &str) -> Host {
        let folder = Folder::fresh("host");
        let server = Server::start(
            Site {
                folder: folder.to_owned(),
                base: "/".to_owned(),
                compressed: None,
                reload: false,
            },
            0,
        );
        let mut page = setup.start();
        let server = server.expect("some port is free");
        page.friends.push(server.origin());
        let host = Host {
            page,
            server,
            folder,
        };
        host.put("host.js", SCRIPT);
        host.put("index.html", &host.html(body));
        host.visit_page("");
        host
    }

    /// A whole page of the host.
    pub fn html(&self, body: &str) -> String {
        let site = self.page.server.url();
        let origin = self.page.server.origin();
        let body = body.replace("SITE", &site);
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>
            <link rel=icon href=data:,>
            <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; \
            script-src 'self' {origin}; frame-src 'self' {origin}; style-src 'unsafe-inline'; img-src data:\">
            <script src=host.js></script></head><body>{body}</body></html>"
        )
    }

    /// A file beside the host page.
    pub fn put(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).expect("the folder takes a file");
    }

    #[track_caller]
    pub fn visit_page(&self, name: &str) {
        let url = format!("{}{name}", self.server.url());
        self.session.post("url", json!({ "url": url }));
    }

    /// Waits until so many estimates were told, and returns the last of them.
    #[track_caller]
    pub fn estimate(&self, count: u64) -> Value {
        self.wait_until(&format!("{count} estimates"), |page| {
            page.script("return estimates.length") == count
        });
        self.script("return estimates.at(-1)[1]")
    }

    /// From now on the scripts and acts are in the frame that this expression gives.
    #[track_caller]
    pub fn enter(&self, frame: &str) {
        let frame = self.script(&format!("return {frame}"));
        self.session.post("frame", json!({ "id": frame }));
    }

    /// From now on they are on the host page again.
    #[track_caller]
    pub fn leave(&self) {
        self.session.post("frame", json!({ "id": null }));
    }

    /// What went wrong on the host page.
    pub fn troubles(&self) -> Vec<String> {
        serde_json::from_value(self.script("return troubles")).expect("a list of words")
    }
}

/// The frame of the element of this id.
pub fn frame_of(id: &str) -> String {
    format!("document.getElementById('{id}').shadowRoot.querySelector('iframe')")
}

impl Deref for Host {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl DerefMut for Host {
    fn deref_mut(&mut self) -> &mut Page {
        &mut self.page
    }
}
