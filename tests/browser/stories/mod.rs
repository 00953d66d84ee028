//! What people do with the page, one file a topic. Each figure that a story expects is asked of
//! the core, so no price stands here.

mod address;
mod arithmetic;
mod arrival;
mod bill;
mod choosing;
mod core;
mod embed_alone;
mod embed_builder;
mod embedding;
mod explore;
mod failure;
mod handing_over;
mod layout;
mod links;
mod looks;
mod paper;
mod plan;
mod plan_fields;
mod plan_looks;
mod plan_money;
mod problems;
mod request;
mod second_model;
mod sharing;
mod sliders;
mod snapshots;
mod speech;
mod story;
mod tabbing;
mod typing;
