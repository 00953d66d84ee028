//! What is around a page: device, network, theme, window. Set through the browser's own
//! protocol (CDP). Must not know the page.

use crate::harness::Page;
use serde_json::{Value, json};

impl Page {
    /// A command of the Chrome DevTools Protocol.
    #[track_caller]
    pub fn cdp(&self, command: &str, parameters: Value) -> Value {
        self.session.post(
            "goog/cdp/execute",
            json!({ "cmd": command, "params": parameters }),
        )
    }

    /// The window's inside, in CSS pixels; below 500 a window cannot be made otherwise.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size);
    }

    /// A slower processor: 4.0 is a quarter of the speed.
    #[track_caller]
    pub fn slow_processor(&self, times: f64) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times }));
    }

    /// A slower network: so many kbit/s down, half of it up, milliseconds there and back.
    #[track_caller]
    pub fn slow_network(&self, kilobits: u32, milliseconds: u32) {
        let bytes = f64::from(kilobits) * 1000.0 / 8.0;
        self.network(false, bytes, f64::from(milliseconds));
    }

    /// No network at all, or again the usual one.
    #[track_caller]
    pub fn offline(&self, offline: bool) {
        self.network(offline, -1.0, 0.0);
    }

    fn network(&self, offline: bool, down: f64, latency: f64) {
        self.cdp("Network.enable", json!({}));
        let conditions = json!({ "offline": offline, "latency": latency,
            "downloadThroughput": down, "uploadThroughput": if down > 0.0 { down / 2.0 } else { down } });
        self.cdp("Network.emulateNetworkConditions", conditions);
    }

    /// The phone of the speed goals: 360 x 800, a quarter of the processor, 1.6 Mbit/s, 150 ms.
    #[track_caller]
    pub fn on_a_phone(&self) {
        self.resize(360, 800);
        self.slow_processor(4.0);
        self.slow_network(1600, 150);
    }

    /// What the person prefers, such as `("prefers-color-scheme", "dark")`.
    #[track_caller]
    pub fn prefer(&self, preferences: &[(&str, &str)]) {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = preferences.iter().map(feature).collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
    }

    /// As it would be printed.
    #[track_caller]
    pub fn as_print(&self) {
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    }

    /// Runs before the page's own scripts, from the next visit on.
    #[track_caller]
    pub fn before_scripts(&self, script: &str) {
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
    }

    /// Lets the page read and write the clipboard, as a person's click would.
    #[track_caller]
    pub fn allow_clipboard(&self) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
            "origin": self.server.origin() });
        self.cdp("Browser.grantPermissions", permissions);
    }
}
