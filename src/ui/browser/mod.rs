//! The only rooms that name web-sys: one file a capability of the browser.
//!
//! Each says what it could do and never throws; must not know scenarios.

pub mod address;
#[cfg(feature = "whole")]
pub mod canvas;
#[cfg(feature = "whole")]
pub mod children;
pub mod clipboard;
pub mod clock;
#[cfg(feature = "whole")]
pub mod download;
pub mod element;
pub mod failure;
#[cfg(feature = "whole")]
pub mod files;
#[cfg(feature = "whole")]
pub mod frames;
#[cfg(feature = "whole")]
pub mod hand;
#[cfg(any(feature = "whole", feature = "embed"))]
pub mod host;
#[cfg(any(feature = "whole", feature = "embed"))]
pub mod measure;
pub mod page;
#[cfg(feature = "whole")]
pub mod paper;
#[cfg(feature = "whole")]
pub mod pointer;
pub mod programs;
#[cfg(feature = "whole")]
pub mod share;
