//! What was really billed: pasted usage, read and priced.
//!
//! Knows usage objects and responses as the API writes them (docs/bill.md), the rates of a
//! snapshot, and what an estimate said beforehand. Must not know the page. Text comes in chunks,
//! so that a file of many records needs no more memory than one of them.
//!
//! From text to money: [`Reader`] finds objects, [`read`] tells what each is, [`charge`] prices it
//! and [`Bill`] adds up; [`compare`] says why a bill differs from its estimate.

mod around;
mod bill;
mod causes;
mod charge;
mod compare;
mod contract;
mod counts;
mod evidence;
mod explain;
mod grammar;
mod line;
mod named;
mod pasted;
mod place;
mod problem;
mod reader;
mod record;
mod remark;
mod responses;
mod sentences;
mod shapes;
mod split;
mod terms;
mod value;
mod writer;

pub use around::Around;
pub use bill::Bill;
pub use causes::{Cause, CauseKind};
pub use charge::{Charge, charge};
pub use compare::{Comparer, Comparison};
pub use counts::{Cached, Counts, Details};
pub use grammar::{DEEPEST, Fault};
pub use line::{Counted, Line, Unpriced, Whose, Why};
pub use pasted::Pasted;
pub use place::Place;
pub use problem::{CountFault, MOST_TOKENS, Problem, ProblemKind};
pub use reader::{LONGEST, Piece, Reader};
pub use record::{KEPT, Kind, Part, Record};
pub use remark::{Remark, Side};
pub use shapes::{Read, read};
pub use terms::{Inputs, Terms};
