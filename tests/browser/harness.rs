//! A page under test: opened in a browser of its own, from a server of its own. What a person
//! does to it is in `acts`, what one reads of it in `reading`, its surroundings (device,
//! network, theme) in `surroundings`, and the house rules it must keep in `witness`.
//! Must not know what Pixelbill calculates.

use crate::folder::Folder;
use crate::webdriver::{Session, Window};
use crate::witness::Record;
use serde_json::json;
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;
use xtask::server::{Server, Site};

/// The page's path on its server: never the top, so that every link has to be relative.
pub const BASE: &str = "/some/sub/path/";

/// A page in a browser of its own. See `Page::open` for the usual one.
pub struct Page {
    pub session: Session,
    pub server: Server,
    pub expects_noise: bool,
    pub logs_requests: bool,
    pub record: RefCell<Record>,
    /// Other origins that may be asked: a story's own host page.
    pub friends: Vec<String>,
}

/// How a page is to be opened, where it is not as usual.
pub struct Setup {
    pub width: u32,
    pub height: u32,
    pub folder: PathBuf,
    pub log_requests: bool,
}

impl Default for Setup {
    fn default() -> Self {
        let folder = dist();
        Setup {
            width: 1280,
            height: 900,
            folder,
            log_requests: true,
        }
    }
}

impl Setup {
    pub fn sized(width: u32, height: u32) -> Setup {
        Setup {
            width,
            height,
            ..Setup::default()
        }
    }

    /// Another folder instead of dist/: see [`altered_dist`].
    pub fn served_from(folder: &Path) -> Setup {
        let folder = folder.to_owned();
        Setup {
            folder,
            ..Setup::default()
        }
    }

    /// A server and a browser, with no page open yet.
    pub fn start(self) -> Page {
        let server = self.server();
        let Setup {
            width,
            height,
            log_requests,
            ..
        } = self;
        let session = Session::start(&Window {
            width,
            height,
            log_requests,
        });
        let page = Page {
            session,
            server,
            expects_noise: false,
            logs_requests: log_requests,
            record: RefCell::default(),
            friends: Vec::new(),
        };
        page.session.post("url", json!({ "url": "about:blank" }));
        page.forget_the_past();
        page.resize(width, height);
        page
    }

    fn server(&self) -> Server {
        let built = self.folder == xtask::paths::dist();
        let site = Site {
            folder: self.folder.clone(),
            base: BASE.to_owned(),
            compressed: built.then(xtask::paths::compressed),
            reload: false,
        };
        Server::start(site, 0).expect("some port is free")
    }

    /// The page under a link such as `#model=gpt-image-2&n=4`, once its program runs.
    #[track_caller]
    pub fn open(self, link: &str) -> Page {
        let page = self.start();
        page.go(link);
        page
    }
}

impl Page {
    /// The page as it is usually opened: `Page::open("")`, `Page::open("#model=gpt-image-2&n=4")`.
    #[track_caller]
    pub fn open(link: &str) -> Page {
        Setup::default().open(link)
    }

    /// Goes to a link, and waits until the program runs.
    #[track_caller]
    pub fn go(&self, link: &str) {
        self.visit(link);
        self.wait_for("html[data-program=running]");
    }

    /// Goes to a link, and waits for nothing but the page's load.
    #[track_caller]
    pub fn visit(&self, link: &str) {
        let url = format!("{}{link}", self.server.url());
        self.session.post("url", json!({ "url": url }));
    }

    #[track_caller]
    pub fn reload(&self) {
        self.session.post("refresh", json!({}));
        self.wait_for("html[data-program=running]");
    }

    #[track_caller]
    pub fn back(&self) {
        self.session.post("back", json!({}));
    }

    #[track_caller]
    pub fn forward(&self) {
        self.session.post("forward", json!({}));
    }

    /// Waits for something to be there: at most 20 seconds.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait_until(&format!("{css} to be there"), |page| page.exists(css));
    }

    /// Waits for words to stand somewhere.
    #[track_caller]
    pub fn wait_for_words(&self, css: &str, words: &str) {
        let stands = |page: &Page| page.exists(css) && page.text(css).contains(words);
        self.wait_until(&format!("{css} to read {words:?}"), stands);
    }

    #[track_caller]
    pub fn wait_until(&self, what: &str, done: impl Fn(&Page) -> bool) {
        for _ in 0..400 {
            if done(self) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        self.screenshot("gave-up-waiting");
        panic!(
            "waited 20 s for {what}; the page read:\n{}",
            self.text("body")
        );
    }
}

/// The built page.
pub fn dist() -> PathBuf {
    let named = std::env::var_os("PIXELBILL_DIST").map(PathBuf::from);
    let dist = named.unwrap_or_else(xtask::paths::dist);
    assert!(
        dist.join("index.html").is_file(),
        "no page yet: run `cargo xtask build` first"
    );
    dist
}

/// A copy of the built page with one change made to it, for stories of what goes wrong.
pub fn altered_dist(change: impl FnOnce(&Path)) -> Folder {
    let folder = Folder::fresh("dist");
    for name in xtask::bundle::files_in(&dist()).expect("dist/ can be read") {
        let to = folder.join(&name);
        let parent = to.parent().expect("it is below the folder");
        std::fs::create_dir_all(parent).expect("the copy takes folders");
        std::fs::copy(dist().join(&name), to).expect("the copy takes files");
    }
    change(&folder);
    folder
}
