//! The static tables, written by the build script. Nothing is added by hand.

#![allow(
    clippy::approx_constant,
    reason = "a published figure may look like a mathematical constant"
)]

use crate::types::{
    Basis, Better, Confidence, Driver, DriverKind, Evidence, Field, LeverRange, Method, Milestone, Model, Observation,
    Owner, Parameter, ParameterRole, Part, Plan, Prior, Rule, Scale, Series, Status, Target, TargetKind, Text, Unit,
};

include!(concat!(env!("OUT_DIR"), "/plan.rs"));
