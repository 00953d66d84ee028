//! The house rules, kept by every page of every story: the console stays silent (which
//! takes in errors, warnings and violations of the Content-Security-Policy), and nothing is
//! asked of any other origin. Checked when a page is dropped.

use crate::harness::Page;
use serde_json::{Value, json};

impl Page {
    /// What the console has said since last asked, each with its level.
    pub fn console(&self) -> Vec<String> {
        let entries = self.session.post("se/log", json!({ "type": "browser" }));
        let line = |entry: &Value| {
            let part = |name: &str| entry[name].as_str().unwrap_or_default().to_owned();
            format!("{} {}", part("level"), part("message"))
        };
        entries.as_array().into_iter().flatten().map(line).collect()
    }

    /// The addresses the page has asked for since last asked.
    pub fn requests(&self) -> Vec<String> {
        if !self.logs_requests {
            return Vec::new();
        }
        let entries = self
            .session
            .post("se/log", json!({ "type": "performance" }));
        let address = |entry: &Value| {
            let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let event = &event["message"];
            let sent = ["Network.requestWillBeSent", "Network.webSocketCreated"];
            let params = sent
                .contains(&event["method"].as_str()?)
                .then(|| &event["params"])?;
            let address = params["request"]["url"].as_str().or(params["url"].as_str());
            address.map(str::to_owned)
        };
        entries
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(address)
            .collect()
    }

    /// Forgets all so far, such as what the browser's own first page asks and says.
    pub fn forget_the_past(&self) {
        self.requests();
        self.console();
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
            [origin.as_str(), "data:", "blob:"]
                .iter()
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
