//! The words of the command line, checked and typed. Knows nothing of what they do.

use crate::suggest;
use std::fmt;

pub const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--port N] [--base /sub/]   build the page and serve it as it ships
  dev   [--port N]                  serve a debug build, rebuilt and reloaded on change
  build [--check-size]              build the page into dist/ and weigh it;
        [--single-file]             --check-size fails over the size budget,
                                    --single-file adds dist/pixelbill.html, all in one
  test  [FILTER]                    run every test, native and in a browser;
                                    FILTER runs those whose name contains it
  bench [--write]                   measure; --write puts the figures into docs/performance.md
  help                              show this

Each command installs what it lacks under target/ and says so.";

const COMMANDS: [&str; 6] = ["serve", "dev", "build", "test", "bench", "help"];

/// What a person asks for.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Serve { port: u16, base: String },
    Dev { port: u16 },
    Build { check_size: bool, single_file: bool },
    Test { filter: Option<String> },
    Bench { write: bool },
    Help,
}

/// Words that make no task.
#[derive(Debug, PartialEq, Eq)]
pub enum CliError {
    UnknownCommand(String),
    UnknownWord {
        given: String,
        known: Vec<&'static str>,
    },
    NoValue {
        flag: &'static str,
    },
    BadPort(String),
    BadBase(String),
}

pub const FIRST_PORT: u16 = 8080;

/// Reads the words after `cargo xtask`.
pub fn parse(words: &[String]) -> Result<Task, CliError> {
    let Some((command, rest)) = words.split_first() else {
        return Ok(Task::Help);
    };
    let mut words = Words::new(rest);
    let task = task(command, &mut words)?;
    words.nothing_left().map(|()| task)
}

fn task(command: &str, words: &mut Words) -> Result<Task, CliError> {
    Ok(match command {
        "serve" => Task::Serve {
            port: words.port()?,
            base: words.base()?,
        },
        "dev" => Task::Dev {
            port: words.port()?,
        },
        "build" => Task::Build {
            check_size: words.flag("--check-size"),
            single_file: words.flag("--single-file"),
        },
        "test" => Task::Test {
            filter: words.plain(),
        },
        "bench" => Task::Bench {
            write: words.flag("--write"),
        },
        "help" | "--help" | "-h" => Task::Help,
        other => return Err(CliError::UnknownCommand(other.to_owned())),
    })
}

/// The words not yet understood, and the flags that were asked for so far.
struct Words {
    left: Vec<String>,
    known: Vec<&'static str>,
}

impl Words {
    /// `--flag=value` counts as two words.
    fn new(words: &[String]) -> Self {
        let split = |word: &String| match word.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => vec![flag.into(), value.into()],
            _ => vec![word.clone()],
        };
        let left = words.iter().flat_map(split).collect();
        Words {
            left,
            known: Vec::new(),
        }
    }

    fn flag(&mut self, flag: &'static str) -> bool {
        self.known.push(flag);
        let before = self.left.len();
        self.left.retain(|word| word != flag);
        self.left.len() < before
    }

    fn value(&mut self, flag: &'static str) -> Result<Option<String>, CliError> {
        self.known.push(flag);
        let Some(at) = self.left.iter().position(|word| word == flag) else {
            return Ok(None);
        };
        if at + 1 == self.left.len() {
            return Err(CliError::NoValue { flag });
        }
        self.left.remove(at);
        Ok(Some(self.left.remove(at)))
    }

    fn port(&mut self) -> Result<u16, CliError> {
        let Some(given) = self.value("--port")? else {
            return Ok(FIRST_PORT);
        };
        match given.parse() {
            Ok(port) if port > 0 => Ok(port),
            _ => Err(CliError::BadPort(given)),
        }
    }

    /// A sub-path with a slash at both ends.
    fn base(&mut self) -> Result<String, CliError> {
        let given = self.value("--base")?.unwrap_or_else(|| "/".to_owned());
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
        let climbs = given.split('/').any(|part| part == "..");
        match given.trim_matches('/') {
            _ if climbs || !given.chars().all(plain) => Err(CliError::BadBase(given)),
            "" => Ok("/".to_owned()),
            inner => Ok(format!("/{inner}/")),
        }
    }

    fn plain(&mut self) -> Option<String> {
        let at = self.left.iter().position(|word| !word.starts_with('-'))?;
        Some(self.left.remove(at))
    }

    fn nothing_left(&self) -> Result<(), CliError> {
        match self.left.first() {
            None => Ok(()),
            Some(word) => Err(CliError::UnknownWord {
                given: word.clone(),
                known: self.known.clone(),
            }),
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CliError::UnknownCommand(given) => {
                write!(f, "there is no command `{given}`")?;
                did_you_mean(f, given, &COMMANDS)
            }
            CliError::UnknownWord { given, known } => {
                write!(f, "`{given}` means nothing to this command")?;
                did_you_mean(f, given, known)
            }
            CliError::NoValue { flag } => write!(f, "{flag} needs a value after it"),
            CliError::BadPort(given) => {
                write!(
                    f,
                    "--port {given}: a port is a number from 1 to 65535, say {FIRST_PORT}"
                )
            }
            CliError::BadBase(given) => write!(
                f,
                "--base {given}: a sub-path holds letters, digits and / - . _ ~, say /some/sub/path/"
            ),
        }
    }
}

fn did_you_mean(f: &mut fmt::Formatter<'_>, given: &str, known: &[&str]) -> fmt::Result {
    match suggest::nearest(given, known) {
        Some(word) => write!(f, "; did you mean `{word}`?"),
        None => Ok(()),
    }
}

#[cfg(test)]
#[path = "cli_tests.rs"]
mod tests;
