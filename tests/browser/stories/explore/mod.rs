//! The view Explore by mouse, by finger and by keyboard.

mod comparing;
mod map;
mod panels;
mod ways;
