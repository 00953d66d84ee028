//! Speaks WebDriver: starts a driver, opens a session, sends commands, ends both.
//! Must not know the page, or what a story wants of it.

use crate::folder::Folder;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use xtask::install::browser::{self, Browser};

/// A running driver.
struct Driver {
    process: Child,
    port: u16,
}

/// A browser of our own, with a fresh profile; it ends when this is dropped.
pub struct Session {
    driver: Driver,
    id: String,
    _profile: Folder,
}

/// What the browser has to be like.
pub struct Window {
    pub width: u32,
    pub height: u32,
    /// Whether the browser keeps its log of requests (it costs time when measuring).
    pub log_requests: bool,
}

const PATIENCE: Duration = Duration::from_secs(60);

impl Driver {
    /// Starts it, once more where it ends before it listens: the port that it found free may have
    /// been taken meanwhile.
    fn start(driver: &Path) -> Driver {
        let started = (0..3).find_map(|_| Driver::try_start(driver));
        started.expect("the driver names its port")
    }

    fn try_start(driver: &Path) -> Option<Driver> {
        let command = Command::new(driver)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .spawn();
        let mut process = command.unwrap_or_else(|e| panic!("{}: {e}", driver.display()));
        let output = process.stdout.take().expect("its output is piped");
        let mut lines = BufReader::new(output).lines().map_while(Result::ok);
        let Some(port) = lines.find_map(|line| port_in(&line)) else {
            let _ = process.wait(); // its output has ended, so it has
            return None;
        };
        std::thread::spawn(move || lines.for_each(drop)); // or it would stop at a full pipe
        Some(Driver { process, port })
    }

    /// Sends a command; the answer's value, or the driver's own words on why not.
    fn send(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        let answer = self
            .exchange(method, path, body)
            .map_err(|e| format!("the driver: {e}"))?;
        let value = answer["value"].clone();
        match value.get("error") {
            Some(error) => Err(format!("{error}: {}", value["message"])),
            None => Ok(value),
        }
    }

    fn exchange(&self, method: &str, path: &str, body: &Value) -> std::io::Result<Value> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        let body = if method == "POST" {
            body.to_string()
        } else {
            String::new()
        };
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n",
            self.port
        );
        let rest = format!("Content-Length: {length}\r\nConnection: close\r\n\r\n{body}");
        stream.write_all(format!("{head}{rest}").as_bytes())?;
        Ok(serde_json::from_slice(&body_of(BufReader::new(stream))?)?)
    }
}

/// The body of an HTTP answer, by its stated length.
fn body_of(mut answer: impl BufRead) -> std::io::Result<Vec<u8>> {
    let (mut length, mut line) = (0, String::new());
    while answer.read_line(&mut line)? > 2 {
        let header = line.to_ascii_lowercase();
        let stated = header
            .strip_prefix("content-length:")
            .and_then(|n| n.trim().parse().ok());
        length = stated.unwrap_or(length);
        line.clear();
    }
    let mut body = vec![0; length];
    answer.read_exact(&mut body).map(|()| body)
}

/// "ChromeDriver was started successfully on port 41234." -> 41234
fn port_in(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill(); // it may have ended by itself
        let _ = self.process.wait();
    }
}

impl Session {
    pub fn start(window: &Window) -> Session {
        let found = browser::find()
            .expect("a browser and its driver; `cargo xtask test` installs or names them");
        let driver = Driver::start(&found.driver);
        let profile = Folder::fresh("profile");
        let wish = capabilities(&found, window, &profile);
        let session = driver.send("POST", "/session", &wish);
        let session = session.unwrap_or_else(|e| panic!("the browser did not start: {e}"));
        let id = session["sessionId"]
            .as_str()
            .expect("a session has an id")
            .to_owned();
        Session {
            driver,
            id,
            _profile: profile,
        }
    }

    /// A command of this session, such as `post("url", json!({"url": …}))`.
    #[track_caller]
    pub fn post(&self, command: &str, body: Value) -> Value {
        self.try_post(command, body)
            .unwrap_or_else(|e| panic!("{command}: {e}"))
    }

    pub fn try_post(&self, command: &str, body: Value) -> Result<Value, String> {
        self.driver
            .send("POST", &format!("/session/{}/{command}", self.id), &body)
    }

    #[track_caller]
    pub fn get(&self, command: &str) -> Value {
        let path = format!("/session/{}/{command}", self.id);
        let answer = self.driver.send("GET", &path, &Value::Null);
        answer.unwrap_or_else(|e| panic!("{command}: {e}"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let path = format!("/session/{}", self.id);
        let _ = self.driver.send("DELETE", &path, &Value::Null); // the driver is ended anyway
    }
}

/// The browser we wish for, in WebDriver's words.
fn capabilities(found: &Browser, window: &Window, profile: &Path) -> Value {
    let mut options = json!({ "binary": found.browser, "args": arguments(window, profile) });
    if window.log_requests {
        options["perfLoggingPrefs"] = json!({ "enableNetwork": true, "enablePage": false });
    }
    json!({ "capabilities": { "alwaysMatch": {
        "goog:chromeOptions": options,
        "goog:loggingPrefs": logs(window.log_requests),
        "unhandledPromptBehavior": "ignore",
    } } })
}

fn arguments(window: &Window, profile: &Path) -> Vec<String> {
    let plain = [
        "--headless=new",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
    ];
    let root = browser::is_root().then(|| "--no-sandbox".to_owned());
    let size = format!("--window-size={},{}", window.width, window.height);
    let profile = format!("--user-data-dir={}", profile.display());
    plain
        .map(str::to_owned)
        .into_iter()
        .chain(root)
        .chain([size, profile])
        .collect()
}

fn logs(requests: bool) -> Value {
    match requests {
        true => json!({ "browser": "ALL", "performance": "ALL" }),
        false => json!({ "browser": "ALL" }),
    }
}
