//! Floor 5: key points and highlights in the shapes that other programs read.
//!
//! The serialised shapes are types of their own ([`wire`]), so that the engine can change without the contract
//! changing with it. An exporter turns values into text; it never reads or writes a file and knows no screen.

pub mod wire;
