//! Many files at once: which are opened, what they are, and which are left out.
//!
//! Knows how many images a request has room for; must not know how a file is opened.

use super::fault::shortened;
use super::{File, FileError, FileFault};
use crate::scenario::{InputImages, Task};
use crate::size::Size;

/// Takes files one after the other until there is no room. For each: ask [`Self::wants`], open it
/// where the answer is yes, read on for as long as [`Self::more`] wants, and hand its first bytes to
/// [`Self::read`]. A file that turns out to be no image takes no room.
#[derive(Clone, Debug)]
pub struct Intake {
    task: Task,
    /// Images that are there already.
    there: u32,
    taken: Taken,
}

/// What came of many files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The images, in the order of their files.
    pub images: Vec<(String, Size)>,
    /// Files that are not taken, each with its reason.
    pub errors: Vec<FileError>,
    /// Names of files that there was no room for, shortened.
    pub left_out: Vec<String>,
    /// The most images of a request.
    pub most: u32,
}

impl Intake {
    /// For a stage of this task that has `there` input images already and takes `most`: of an
    /// image model, `supports.input_images`.
    pub const fn new(task: Task, there: u32, most: u32) -> Self {
        let taken = Taken {
            images: Vec::new(),
            errors: Vec::new(),
            left_out: Vec::new(),
            most,
        };
        Self { task, there, taken }
    }

    /// Whether the file is worth opening. What is not is remembered with its reason.
    pub fn wants(&mut self, file: &File) -> bool {
        if let Err(error) = file.check(self.task) {
            self.taken.errors.push(error);
            return false;
        }
        let full = self.there as usize + self.taken.images.len() >= self.taken.most as usize;
        if full {
            self.taken.left_out.push(shortened(file.name));
        }
        !full
    }

    /// How many of its first bytes to read instead, where these end before the dimensions.
    pub fn more(&self, file: &File, prefix: &[u8]) -> Option<usize> {
        file.more(prefix, self.task)
    }

    /// Takes the first bytes of a file that was wanted.
    pub fn read(&mut self, file: &File, prefix: &[u8]) {
        match file.size(prefix, self.task) {
            Ok(size) => self.taken.images.push((shortened(file.name), size)),
            Err(error) => self.taken.errors.push(error),
        }
    }

    /// Remembers that a file that was wanted could not be opened.
    pub fn unreadable(&mut self, file: &File) {
        self.taken
            .errors
            .push(FileError::new(file.name, FileFault::Unreadable));
    }

    /// What came of all of them.
    pub fn done(self) -> Taken {
        self.taken
    }
}

/// So many files are named one by one.
const NAMED: usize = 4;

impl Taken {
    /// The images as a stage lists them: those of one size together, in the order of the first.
    pub fn refs(&self) -> Vec<InputImages> {
        let mut refs: Vec<InputImages> = Vec::new();
        for (_, size) in &self.images {
            match refs.iter_mut().find(|known| known.size == *size) {
                Some(known) => known.count += 1,
                None => refs.push(InputImages {
                    size: *size,
                    count: 1,
                }),
            }
        }
        refs
    }

    /// What to tell about files that were not taken: the first few errors, one sentence for the
    /// other errors, one for the files without room. Empty where every file was taken.
    pub fn sentences(&self) -> Vec<String> {
        let named = self.errors.iter().take(NAMED).map(ToString::to_string);
        let more = self.errors.get(NAMED..).filter(|more| !more.is_empty());
        let more = more.map(|more| {
            let names: Vec<&str> = more.iter().map(|error| error.name.as_str()).collect();
            format!(
                "{} could not be taken either. Choose them one by one to see why.",
                listed(&names)
            )
        });
        named.chain(more).chain(self.room_sentence()).collect()
    }

    fn room_sentence(&self) -> Option<String> {
        let names: Vec<&str> = self.left_out.iter().map(String::as_str).collect();
        let is = if names.len() == 1 { "is" } else { "are" };
        let images = if self.most == 1 {
            "image is"
        } else {
            "images are"
        };
        let listed = (!names.is_empty()).then(|| listed(&names))?;
        Some(format!(
            "{listed} {is} left out: at most {} input {images} taken. Remove one to make room.",
            self.most
        ))
    }
}

/// The first few names, and how many more there are.
fn listed(names: &[&str]) -> String {
    let quoted: Vec<String> = names
        .iter()
        .take(NAMED)
        .map(|name| format!("“{name}”"))
        .collect();
    match (names.len().saturating_sub(NAMED), quoted.split_last()) {
        (0, Some((last, rest))) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        (0, _) => quoted.concat(),
        (more, _) => format!("{} and {more} more", quoted.join(", ")),
    }
}
