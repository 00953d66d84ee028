//! The house rules, kept by every page of every story: the console stays silent (which
//! takes in errors, warnings and violations of the Content-Security-Policy), and nothing is
//! asked of any other origin. Checked when a page is dropped.

use crate::harness::Page;
use serde_json::{Value, json};

/// All that a page has said and asked for since it was opened.
#[derive(Default)]
pub struct Record {
    said: Vec<String>,
    asked: Vec<String>,
}

impl Page {
    /// What the console has said so far, each line with its level.
    pub fn console(&self) -> Vec<String> {
        let new = self.log("browser");
        let mut record = self.record.borrow_mut();
        record.said.extend(new.iter().map(console_line));
        record.said.clone()
    }

    /// The addresses the page has asked for so far.
    pub fn requests(&self) -> Vec<String> {
        let new = if self.logs_requests {
            self.log("performance")
        } else {
            Vec::new()
        };
        let mut record = self.record.borrow_mut();
        record.asked.extend(new.iter().filter_map(address_asked));
        record.asked.clone()
    }

    /// What was asked for since so many requests, apart from the site's own files: those it fetches
    /// to keep for later whenever there is time.
    pub fn sent_since(&self, before: usize) -> Vec<String> {
        let site = self.server.url();
        let files = crate::harness::dist();
        let is_file = |address: &String| {
            let name = address.strip_prefix(&site);
            name.is_some_and(|name| name.is_empty() || files.join(name).is_file())
        };
        let new = self.requests().into_iter().skip(before);
        new.filter(|address| !is_file(address)).collect()
    }

    /// Forgets all so far, such as what the browser's own first page asks and says.
    pub fn forget_the_past(&self) {
        self.console();
        self.requests();
        self.record.take();
    }

    /// What is new in one of the browser's logs.
    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.session.post("se/log", json!({ "type": kind }));
        serde_json::from_value(entries).unwrap_or_default()
    }

    /// For stories of failure, where the browser itself complains: the console is not judged.
    pub fn expect_noise(&mut self) {
        self.expects_noise = true;
    }

    /// The rules this page has broken, in words.
    fn broken_rules(&self) -> Vec<String> {
        let said = if self.expects_noise {
            Vec::new()
        } else {
            self.console()
        };
        let origin = self.server.origin();
        let own = |address: &String| {
            let plain = [origin.as_str(), "data:", "blob:", "about:srcdoc"];
            let friends = self.friends.iter().map(String::as_str);
            plain
                .into_iter()
                .chain(friends)
                .any(|own| address.starts_with(own))
        };
        let strangers = self.requests().into_iter().filter(|address| !own(address));
        let said = said
            .into_iter()
            .map(|line| format!("the console says: {line}"));
        said.chain(strangers.map(|address| format!("asked of another origin: {address}")))
            .collect()
    }
}

fn console_line(entry: &Value) -> String {
    let part = |name: &str| entry[name].as_str().unwrap_or_default();
    format!("{} {}", part("level"), part("message"))
}

/// The address, if the entry is of a request about to be sent.
fn address_asked(entry: &Value) -> Option<String> {
    let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &event["message"];
    let sent = ["Network.requestWillBeSent", "Network.webSocketCreated"];
    let about = sent
        .contains(&event["method"].as_str()?)
        .then(|| &event["params"])?;
    let address = about["request"]["url"].as_str().or(about["url"].as_str());
    address.map(str::to_owned)
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return; // the story has failed already, and says why
        }
        let broken = self.broken_rules();
        assert!(
            broken.is_empty(),
            "house rules broken:\n{}",
            broken.join("\n")
        );
    }
}
