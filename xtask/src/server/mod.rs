//! Serves a folder over HTTP as a static host would: a thread a connection, nothing kept.
//! `cargo xtask serve` and the browser tests both use it.
//! Must not know how the folder came to be.

mod answer;
mod files;
pub mod reload;
mod request;

use request::Request;
use std::io::{self, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What is served, and where.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder with index.html.
    pub folder: PathBuf,
    /// Its path on the server, with a slash at both ends: `/` or `/some/sub/path/`.
    pub base: String,
    /// A folder with `name.br` and `name.gz` beside each name, if there is one.
    pub compressed: Option<PathBuf>,
    /// Whether open pages reload when index.html changes.
    pub reload: bool,
}

/// A running server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    base: String,
    stop: Arc<AtomicBool>,
    accepting: Option<JoinHandle<()>>,
}

const IMPATIENCE: Duration = Duration::from_secs(10);

impl Server {
    /// Starts serving on this port of 127.0.0.1; port 0 takes any that is free.
    pub fn start(site: Site, port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let base = site.base.clone();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let accepting = Some(thread::spawn(move || {
            accept(&listener, Arc::new(site), &stopped)
        }));
        Ok(Server {
            address,
            base,
            stop,
            accepting,
        })
    }

    /// Where the page is: "http://127.0.0.1:8080/some/sub/path/".
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.base)
    }

    /// "http://127.0.0.1:8080"
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Serves until the process ends.
    pub fn forever(mut self) {
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join(); // a panic there has already been reported
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(self.address); // wakes the accepting thread
        if let Some(accepting) = self.accepting.take() {
            let _ = accepting.join();
        }
    }
}

fn accept(listener: &TcpListener, site: Arc<Site>, stopped: &AtomicBool) {
    for stream in listener.incoming() {
        if stopped.load(Ordering::SeqCst) {
            return;
        }
        let site = Arc::clone(&site);
        // A connection that breaks is the browser's business: it asks again.
        thread::spawn(move || stream.and_then(|stream| converse(&site, stream)));
    }
}

fn converse(site: &Site, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(IMPATIENCE))?;
    let request = Request::read(&mut BufReader::new(&stream))?;
    let answer = answer::to(&request, site);
    answer.write(&mut stream, request.method != "HEAD")?;
    stream.flush()
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
