//! Running other programs: with our tools first on PATH, failing in words.
//! Must not know which programs there are.

use crate::error::{Outcome, TaskError};
use crate::paths;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};

/// A program about to be run, from the top of the project.
pub struct Run {
    command: Command,
    shown: String,
}

impl Run {
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let shown = file_name(program.as_ref());
        let mut command = Command::new(program);
        command.current_dir(paths::root());
        Run { command, shown }
    }

    /// Cargo: the one that runs us, if any.
    pub fn cargo() -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut run = Run::new(cargo);
        run.shown = "cargo".to_owned();
        run
    }

    /// npm, which is a `.cmd` file on Windows.
    pub fn npm() -> Self {
        Run::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    pub fn args<I: IntoIterator<Item = S>, S: AsRef<OsStr>>(mut self, args: I) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    pub fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub fn without_env(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// Our tools before the person's own.
    pub fn with_tools(self) -> Self {
        let path = path_with_tools();
        self.env("PATH", path)
    }

    /// Runs it, its output going to the person.
    pub fn run(mut self) -> Outcome<()> {
        let status = self.command.status();
        let status = status.map_err(|source| self.not_started(source))?;
        self.judged(status)
    }

    /// Runs it and gives back what it printed.
    pub fn read(mut self) -> Outcome<String> {
        let output = self.command.stderr(Stdio::null()).output();
        let output = output.map_err(|source| self.not_started(source))?;
        self.judged(output.status)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it, handing over each line of its output as it comes.
    pub fn each_line(mut self, mut seen: impl FnMut(&str)) -> Outcome<()> {
        let mut child = self.command.stdout(Stdio::piped()).spawn();
        let child = child.as_mut().map_err(|source| {
            let source = std::io::Error::new(source.kind(), source.to_string());
            self.not_started(source)
        })?;
        let output = child.stdout.take().map(BufReader::new);
        for line in output.into_iter().flat_map(BufRead::lines) {
            let line = line.unwrap_or_default();
            seen(&line);
        }
        let status = child.wait().map_err(|source| self.not_started(source))?;
        self.judged(status)
    }

    /// Starts it and leaves it running.
    pub fn start(mut self) -> Outcome<Child> {
        self.command
            .spawn()
            .map_err(|source| self.not_started(source))
    }

    fn not_started(&self, source: std::io::Error) -> TaskError {
        let program = self.shown.clone();
        TaskError::NotStarted { program, source }
    }

    fn judged(&self, status: ExitStatus) -> Outcome<()> {
        if status.success() {
            return Ok(());
        }
        let command = self.shown.clone();
        let ended = match status.code() {
            Some(code) => format!("failed (exit code {code})"),
            None => "was stopped".to_owned(),
        };
        Err(TaskError::Failed { command, ended })
    }
}

fn file_name(program: &OsStr) -> String {
    let path = PathBuf::from(program);
    let name = path.file_name().unwrap_or(program);
    name.to_string_lossy().into_owned()
}

fn path_with_tools() -> OsString {
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let ours = [paths::tools().join("bin"), paths::npm_commands("binaryen")];
    let all = ours.into_iter().chain(std::env::split_paths(&theirs));
    // A folder whose name holds the separator cannot be on PATH; then PATH stays as it is.
    std::env::join_paths(all).unwrap_or(theirs)
}

/// Those of these programs that are on PATH, in the order of their names.
pub fn on_path(names: &[&str]) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let file = |name: &&str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let places = |file: String| folders.iter().map(move |folder| folder.join(&file));
    let places = names.iter().map(file).flat_map(places);
    places.filter(|place| place.is_file()).collect()
}
