//! The list of input images of the stage on screen: adding, counting, resizing, removing.
//!
//! Knows what follows from a change (the first image makes an edit, the last one leaves a
//! generation); must not know how the list is shown. Names of files stay here: a link keeps sizes.

use crate::money::grouped;
use crate::scenario::{InputImages, Stage, Task, bounds};
use crate::size::Size;
use crate::ui::state::State;
use leptos::prelude::*;
use rust_decimal::Decimal;

/// What came of images that were handed over.
#[derive(Clone, Default, PartialEq)]
pub struct Said {
    /// What was taken.
    pub done: Vec<String>,
    /// What was not, and why.
    pub refused: Vec<String>,
}

/// The list, and what is remembered beside it.
#[derive(Clone, Copy)]
pub struct List {
    /// The page's.
    pub state: State,
    /// Names of the files that images came from, by their sizes.
    names: RwSignal<Vec<(Size, String)>>,
    said: RwSignal<Said>,
    /// The images that a generation set aside.
    kept: RwSignal<Vec<InputImages>>,
}

impl List {
    /// The list of the stage on screen; another stage begins with nothing remembered.
    pub fn new(state: State) -> Self {
        let list = Self {
            state,
            names: RwSignal::new(Vec::new()),
            said: RwSignal::new(Said::default()),
            kept: RwSignal::new(Vec::new()),
        };
        let stage = Memo::new(move |_| state.workspace.with(|now| now.stage));
        crate::ui::dom::effect(move || {
            let _ = stage.get(); // a memo that nobody reads follows nothing
            list.forget();
        });
        list
    }

    fn forget(self) {
        self.names.set(Vec::new());
        self.said.set(Said::default());
        self.kept.set(Vec::new());
    }

    /// The images, following the stage.
    pub fn images(self) -> Vec<InputImages> {
        self.state.priced(|stage| stage.refs.clone())
    }

    /// How many rows there are now.
    pub fn count(self) -> usize {
        untrack(|| self.state.asked(|stage| stage.refs.len()))
    }

    /// How many images a request takes.
    pub fn most(self) -> u32 {
        let model = self.state.model();
        match self.state.asked(|stage| stage.task) {
            Task::Analyze => *bounds::INPUT_IMAGES.end(),
            _ => model.map_or(0, |model| model.supports.input_images.into()),
        }
    }

    /// What came of the last images.
    pub fn said(self) -> Said {
        self.said.get()
    }

    /// Puts away what was said.
    pub fn hush(self) {
        self.said.set(Said::default());
    }

    /// Says what came of images, instead of what was said before.
    pub fn say(self, done: Vec<String>, refused: Vec<String>) {
        self.said.set(Said { done, refused });
    }

    /// Adds images, from files where names come with them. More than a link can name are refused.
    pub fn add(self, more: &[InputImages], names: Vec<(Size, String)>) {
        let now = untrack(|| self.state.asked(|stage| stage.refs.clone()));
        let Some(joined) = InputImages::with(&now, more) else {
            let all = InputImages::count_of(&now) + InputImages::count_of(more);
            return self.say(Vec::new(), vec![too_many(all)]);
        };
        self.names.update(|known| known.extend(names));
        self.put("refs", joined);
    }

    /// Sets how many images of a row there are.
    pub fn set_count(self, at: usize, count: u32) {
        let mut all = untrack(|| self.state.asked(|stage| stage.refs.clone()));
        let Some(images) = all.get_mut(at) else {
            return;
        };
        let before = u32::from(images.count);
        images.count = u16::try_from(count).unwrap_or(u16::MAX);
        let sum = InputImages::count_of(&all);
        if count != before && sum > *bounds::INPUT_IMAGES.end() {
            return self.say(Vec::new(), vec![too_many(sum)]);
        }
        self.put("refs-count", all);
    }

    /// Takes a row away, with the names of its files.
    pub fn remove(self, at: usize) {
        let mut all = untrack(|| self.state.asked(|stage| stage.refs.clone()));
        if at >= all.len() {
            return;
        }
        let gone = all.remove(at).size;
        self.names
            .update(|known| known.retain(|(size, _)| *size != gone));
        self.put("refs-remove", all);
    }

    /// Makes the images of a row smaller; their files keep their names.
    pub fn resize(self, at: usize, to: Size) {
        let all = untrack(|| self.state.asked(|stage| stage.refs.clone()));
        let Some(from) = all.get(at).map(|images| images.size) else {
            return;
        };
        let mut resized = all;
        resized[at].size = to;
        self.names.update(|known| {
            let mine = known.iter_mut().filter(|(size, _)| *size == from);
            mine.for_each(|(size, _)| *size = to);
        });
        let joined = InputImages::with(&[], &resized).unwrap_or(resized);
        self.put("refs-resize", joined);
    }

    /// Names of the files of a row, at most as many as it has images.
    pub fn names(self, images: InputImages) -> Vec<String> {
        let known = self.names.get();
        let mine = known.into_iter().filter(|(size, _)| *size == images.size);
        mine.map(|(_, name)| name)
            .take(images.count.into())
            .collect()
    }

    /// The stage as a generation: its images are set aside, to come back with an edit.
    pub fn generate(self) {
        self.kept
            .set(untrack(|| self.state.asked(|stage| stage.refs.clone())));
        self.state.ask("task", as_generation);
    }

    /// The stage as an edit, with the images that were set aside.
    pub fn edit(self) {
        let kept = self.kept.get_untracked();
        self.state.ask("task", |stage| as_edit(stage, &kept));
    }

    /// The images that an edit would begin with.
    pub fn kept(self) -> Vec<InputImages> {
        self.kept.get()
    }

    fn put(self, by: &'static str, images: Vec<InputImages>) {
        self.state.ask(by, |stage| {
            stage.refs = images;
            match (stage.task, stage.refs.is_empty()) {
                (Task::Generate, false) => stage.task = Task::Edit,
                (Task::Edit, true) => as_generation(stage),
                _ => {}
            }
        });
    }
}

fn too_many(images: u32) -> String {
    let count = |number: u32| grouped(Decimal::from(number));
    let most = count(*bounds::INPUT_IMAGES.end());
    let images = count(images);
    format!("That would be {images} input images: one request names at most {most}.")
}

/// Makes a generation of a stage: no input images, no mask.
pub fn as_generation(stage: &mut Stage) {
    stage.task = Task::Generate;
    stage.refs.clear();
    stage.mask = false;
}

/// Makes an edit of a stage: with its images, those that were set aside, or one square.
pub fn as_edit(stage: &mut Stage, kept: &[InputImages]) {
    const SQUARE: InputImages = InputImages {
        size: Size::new(1024, 1024),
        count: 1,
    };
    stage.task = Task::Edit;
    if stage.refs.is_empty() {
        stage.refs = kept.to_vec();
    }
    if stage.refs.is_empty() {
        stage.refs.push(SQUARE);
    }
}
