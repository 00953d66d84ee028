//! The page is kept: it opens without a network after the first visit, takes a new version when
//! the person wishes and never half of one, and opens from a disk as one file.

use crate::folder::Folder;
use crate::harness::{BASE, Page, Setup, altered_dist};
use serde_json::json;
use std::fs;
use std::path::Path;
use xtask::bundle::{files_in, single};
use xtask::server::{Server, Site};

const EXAMPLE: &str = "#model=gpt-image-2&requests=1000";

fn server(folder: &Path, port: u16) -> Server {
    let site = Site {
        folder: folder.to_owned(),
        base: BASE.to_owned(),
        compressed: None,
        reload: false,
    };
    Server::start(site, port).expect("the port is free")
}

/// Waits until the service worker has the page.
fn wait_until_kept(page: &Page) {
    let controlled = "return !!navigator.serviceWorker.controller";
    page.wait_until("the page to be kept", |page| {
        page.script(controlled) == true
    });
}

/// Where the page's server listens.
fn port(page: &Page) -> u16 {
    let origin = page.server.origin();
    let port = origin.rsplit(':').next().and_then(|port| port.parse().ok());
    port.expect("an origin has a port")
}

/// What of a folder's files a page uses as its style: the name changes with its content.
fn style_of(page: &Page) -> String {
    page.script("return document.querySelector('link[rel=stylesheet]').href.split('/').pop()")
        .as_str()
        .expect("the page has a style")
        .to_owned()
}

/// Makes the folder's page another version: its style has another content and another name.
fn publish_anew(folder: &Path) {
    let names = files_in(folder).expect("the copy can be read");
    let old = names
        .iter()
        .find(|name| name.ends_with(".css"))
        .expect("a style");
    let new = "style-00000000000000ff.css";
    let css = fs::read_to_string(folder.join(old)).expect("it can be read");
    fs::write(folder.join(new), css + "\n:root { --published: anew; }\n").expect("written");
    fs::remove_file(folder.join(old)).expect("the old one goes");
    for name in ["index.html", "sw.js"] {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).expect("it can be read");
        assert!(text.contains(old.as_str()), "{name} names {old}");
        let text = text.replace(old.as_str(), new);
        let version = version_in(&text);
        let text = version.map_or(text.clone(), |at| text.replace(&at, "00000000000000fe"));
        fs::write(path, text).expect("written");
    }
}

/// The worker's version: the only hash in it that is no file's.
fn version_in(worker: &str) -> Option<String> {
    let (before, _) = worker.split_once("addEventListener")?;
    let hex = |part: &&str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let mut parts = before.split(['"', '`', ' ']);
    parts.find(hex).map(str::to_owned)
}

#[test]
fn the_page_opens_without_a_network_after_the_first_visit() {
    let mut page = Page::open(EXAMPLE);
    wait_until_kept(&page);
    let (folder, port) = (crate::harness::dist(), port(&page));
    page.server = server(&folder, 0); // the page's own server is gone
    let gone = std::net::TcpStream::connect(("127.0.0.1", port));
    assert!(gone.is_err(), "nothing answers any more");
    page.session.post("refresh", json!({}));
    page.wait_for("html[data-program=running]");
    assert_eq!(page.text("[data-total]"), "$52.96");
    // What comes late is there too.
    page.click("nav.views button:nth-child(2)");
    page.wait_for("html[data-program=running]");
    page.wait_until("the view Plan", |page| {
        page.text("[aria-current=page]") == "Plan"
    });
    page.server = server(&folder, port);
}

#[test]
fn a_new_version_waits_for_the_person_and_is_never_mixed() {
    let folder = altered_dist(|_| {});
    let page = Setup::served_from(&folder).open(EXAMPLE);
    wait_until_kept(&page);
    let old = style_of(&page);
    publish_anew(&folder);
    // The visit after still is the old version, whole, and finds the new one.
    page.reload();
    page.wait_for(".update");
    assert_eq!(style_of(&page), old);
    assert_eq!(page.attribute(".update", "role").as_deref(), Some("status"));
    page.screenshot("update");
    page.reload();
    assert_eq!(style_of(&page), old, "nobody asked for the new one yet");
    page.wait_for(".update");
    page.click(".update button");
    page.wait_until("the new version", |page| {
        page.exists("html[data-program=running]") && style_of(page) == "style-00000000000000ff.css"
    });
    assert_eq!(page.text("[data-total]"), "$52.96", "the estimate is kept");
    let published =
        "return getComputedStyle(document.documentElement).getPropertyValue('--published')";
    assert_eq!(page.script(published).as_str(), Some("anew"));
    assert!(!page.exists(".update"));
}

/// A page whose index.html is of another version than its worker is not kept: half an update.
#[test]
fn half_an_update_is_not_kept() {
    let folder = altered_dist(|folder| {
        let path = folder.join("sw.js");
        let worker = fs::read_to_string(&path).expect("it can be read");
        fs::write(path, worker.replacen("boot-", "boot-ff", 2)).expect("written");
    });
    let page = Setup::served_from(&folder).open(EXAMPLE);
    page.wait_until("the worker to have tried", |page| {
        page.script("return !!document.querySelector('link[rel=manifest]')") == true
    });
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(
        page.script("return !!navigator.serviceWorker.controller"),
        false
    );
    assert_eq!(page.text("[data-total]"), "$52.96");
}

#[test]
fn storage_that_throws_stops_nothing() {
    let page = Setup::default().start();
    page.before_scripts(
        "const refuse = { get() { throw new DOMException('refused', 'SecurityError') } };
         for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
           Object.defineProperty(globalThis, name, refuse);
         Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse);
         Object.defineProperty(Document.prototype, 'cookie', refuse);",
    );
    page.go(EXAMPLE);
    page.wait_for("link[rel=manifest], html[data-program=running]");
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(page.text("[data-total]"), "$52.96");
    assert!(page.exists("html[data-program=running]"));
}

/// One file, opened from a disk: it prices, keeps its link, and asks for nothing.
#[test]
fn one_file_opens_from_a_disk() {
    let folder = Folder::fresh("single");
    let file = folder.join("pixelbill.html");
    single::make(&crate::harness::dist(), &file).expect("the one file is made");
    let page = Setup::default().start();
    let url = format!("file://{}{EXAMPLE}", file.display());
    page.session.post("url", json!({ "url": url }));
    page.wait_for("html[data-program=running]");
    assert_eq!(page.text("[data-total]"), "$52.96");
    page.type_into("#requests", "2000");
    page.wait_until("twice the figure", |page| {
        page.text("[data-total]") == "$105.92"
    });
    page.wait_until("the link to follow", |page| {
        page.link().contains("requests=2000")
    });
    page.click("nav.views button:nth-child(2)");
    page.wait_until("the view Plan", |page| {
        page.text("[aria-current=page]") == "Plan"
    });
    assert_eq!(page.console(), Vec::<String>::new(), "its policy is kept");
    let asked = page.requests();
    let others = asked.iter().filter(|address| {
        !["file:", "data:", "blob:"]
            .iter()
            .any(|own| address.starts_with(own))
    });
    assert_eq!(others.collect::<Vec<_>>(), Vec::<&String>::new());
    page.forget_the_past(); // a file has no origin to hold it to
}

/// Before the program, and without it, the current prices stand there.
#[test]
fn prices_stand_there_before_the_program() {
    let folder = altered_dist(|folder| {
        let names = files_in(folder).expect("the copy can be read");
        let programs = names.iter().filter(|name| name.ends_with(".wasm"));
        programs.for_each(|name| fs::remove_file(folder.join(name)).expect("removed"));
    });
    let mut page = Setup::served_from(&folder).start();
    page.expect_noise(); // the browser itself reports the missing file
    page.visit("");
    page.wait_for("html[data-program=failed]");
    assert!(page.text(".front table").contains("$0.05296"));
    assert!(!page.overflows_sideways());
    page.resize(360, 740);
    assert!(!page.overflows_sideways());
    page.screenshot("front-360");
}

/// The program takes the place of the prices without a jump: the head of the page stays put.
#[test]
fn the_program_takes_over_without_a_jump() {
    let page = Setup::default().start();
    page.before_scripts(
        "globalThis.shifts = []; globalThis.heads = [];
         new PerformanceObserver((list) => shifts.push(...list.getEntries().map((e) => e.value))).observe({ type: 'layout-shift', buffered: true });
         addEventListener('DOMContentLoaded', () => heads.push(document.querySelector('.brand').getBoundingClientRect().top));",
    );
    page.go("");
    let heads = "heads.push(document.querySelector('.brand').getBoundingClientRect().top); return heads[0] === heads[1]";
    assert_eq!(page.script(heads), true, "the name stays in its place");
    let shift = page.script("return shifts.reduce((sum, value) => sum + value, 0)");
    assert!(shift.as_f64().is_some_and(|shift| shift < 0.02), "{shift}");
}

/// What machines read: every file is JSON, and the manifest's pictures are there.
#[test]
fn files_for_machines_are_whole() {
    let folder = crate::harness::dist();
    let names = files_in(&folder).expect("the page can be read");
    let json = |name: &str| {
        let text =
            fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        serde_json::from_str::<serde_json::Value>(&text)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    };
    assert_eq!(json("prices.json")["v"], 1);
    assert!(json("estimate.schema.json")["$defs"].is_object());
    let manifest = names
        .iter()
        .find(|name| name.ends_with(".webmanifest"))
        .expect("a manifest");
    let manifest = json(manifest);
    let icons = manifest["icons"].as_array().expect("it has pictures");
    assert_eq!(icons.len(), 3);
    for icon in icons {
        let name = icon["src"].as_str().expect("a name");
        assert!(names.iter().any(|known| known == name), "{name}");
    }
}
