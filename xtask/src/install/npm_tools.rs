//! wasm-opt and terser, from npm into target/tools, and the Node they run on.

use crate::error::{Outcome, TaskError};
use crate::paths;
use crate::process::Run;
use crate::say;

/// Node must be there already: it belongs to the person's machine.
pub fn node() -> Outcome<()> {
    let found = Run::new("node").args(["--version"]).read();
    found.map(drop).map_err(|_| no_node("Node"))
}

/// wasm-opt, in the version Trunk 0.21 uses too.
pub fn wasm_opt() -> Outcome<()> {
    let tool = NpmTool {
        package: "binaryen",
        version: "123",
        command: "wasm-opt",
        why: "its wasm-opt makes the program a quarter smaller",
    };
    tool.ready()
}

/// terser, since Trunk's own minifier does not understand today's JavaScript.
pub fn terser() -> Outcome<()> {
    let tool = NpmTool {
        package: "terser",
        version: "5.51.2",
        command: "terser",
        why: "makes the JavaScript beside the program half as big",
    };
    tool.ready()
}

struct NpmTool {
    package: &'static str,
    version: &'static str,
    command: &'static str,
    why: &'static str,
}

impl NpmTool {
    fn ready(&self) -> Outcome<()> {
        if self.is_present() {
            return Ok(());
        }
        let NpmTool {
            package,
            version,
            why,
            ..
        } = self;
        say::step(&format!(
            "installing {package} {version} into target/tools: {why} (npm, under a minute)"
        ));
        match self.install() {
            Err(TaskError::NotStarted { .. }) => Err(no_node("npm, which comes with Node,")),
            other => other,
        }
    }

    fn install(&self) -> Outcome<()> {
        let quiet = [
            "install",
            "--no-audit",
            "--no-fund",
            "--loglevel=error",
            "--prefix",
        ];
        let folder = paths::npm_prefix(self.package);
        let package = format!("{}@{}", self.package, self.version);
        Run::npm().args(quiet).args([folder]).args([package]).run()
    }

    fn is_present(&self) -> bool {
        let tool = paths::npm_tool(self.package, self.command);
        let says = tool
            .is_file()
            .then(|| Run::new(tool).args(["--version"]).read());
        let matches = |text: String| text.split_whitespace().any(|word| word == self.version);
        says.is_some_and(|text| text.is_ok_and(matches))
    }
}

fn no_node(what: &str) -> TaskError {
    TaskError::Missing {
        what: what.to_owned(),
        why: "to run wasm-opt and terser, which make the page smaller, and to weigh it",
        how: "Install Node 18 or newer, then run this again:\n  \
              Debian, Ubuntu: sudo apt-get install nodejs npm\n  \
              Fedora:         sudo dnf install nodejs\n  \
              macOS:          brew install node\n  \
              Windows:        winget install OpenJS.NodeJS.LTS\n  \
              others:         https://nodejs.org/"
            .to_owned(),
    }
}
