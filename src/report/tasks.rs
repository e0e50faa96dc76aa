//! Who answers for which tasks.

use super::{Department, IndicatorRow, Report};

impl Report {
    /// The indicators that a department, by its id, answers for; all of them where none is named.
    pub fn tasks_of<'a>(&'a self, department: &'a str) -> impl Iterator<Item = &'a IndicatorRow> {
        let of = self.department(department);
        self.indicators.iter().filter(move |task| department.is_empty() || of.is_some_and(|of| is_own(task, of)))
    }

    /// The bodies whose members are not listed, each with its tasks: a department that does not answer for these already
    /// may be a member, and answer for them as well.
    pub fn tasks_of_unlisted<'a>(&'a self, department: &'a str) -> Vec<(&'a Department, Vec<&'a IndicatorRow>)> {
        let Some(of) = self.department(department).filter(|of| !of.every_task && !of.unlisted_members) else {
            return Vec::new();
        };
        let tasks = |body: &Department| {
            self.indicators.iter().filter(|task| is_own(task, body) && !is_own(task, of)).collect::<Vec<_>>()
        };
        let bodies = self.departments.iter().filter(|body| body.unlisted_members);
        bodies.map(|body| (body, tasks(body))).filter(|(_, tasks)| !tasks.is_empty()).collect()
    }

    fn department(&self, id: &str) -> Option<&Department> {
        self.departments.iter().find(|one| one.id == id)
    }
}

/// A task is what some department answers for.
fn is_own(task: &IndicatorRow, of: &Department) -> bool {
    task.departments.iter().any(|one| one.id == of.id) || of.every_task && !task.departments.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Case, assess_case};
    use crate::model::{Answers, AsOf, Lang};
    use crate::pack::{Choices, builtin};

    fn report(programme: &str) -> Report {
        let pack = builtin::all().into_iter().find(|pack| pack.file.id == programme).unwrap();
        let (answers, choices) = (Answers::default(), Choices::default());
        let case = Case::new(pack.track("city").unwrap(), &answers, &choices);
        let day: AsOf = "2024-06-01".parse().unwrap();
        Report::of(&case, &assess_case(&case, day), Lang::Zh)
    }

    fn ids<'a>(tasks: impl IntoIterator<Item = &'a IndicatorRow>) -> Vec<&'a str> {
        tasks.into_iter().map(|task| task.row.id()).collect()
    }

    #[test]
    fn a_district_carries_out_every_task_of_the_city_and_a_bureau_its_own() {
        let report = report("zibo-2024-city");
        assert_eq!(report.tasks_of("district_governments").count(), 19);
        assert!(report.tasks_of_unlisted("district_governments").is_empty());
        assert_eq!(ids(report.tasks_of("justice")), ["task-6-1"]);
        assert_eq!(ids(report.tasks_of("commerce")), ["task-2-2", "task-4-4"]);
        assert_eq!(report.tasks_of("").count(), report.indicators.len());
    }

    #[test]
    fn the_tasks_of_a_group_whose_members_are_not_listed_stand_apart() {
        let report = report("zibo-2024-city");
        let of_group = ["task-1-1", "task-1-2", "task-1-3", "task-4-1", "task-6-2"];
        assert_eq!(ids(report.tasks_of("leading_group")), of_group);
        assert!(report.tasks_of_unlisted("leading_group").is_empty());
        let apart = report.tasks_of_unlisted("justice");
        let [(body, tasks)] = apart.as_slice() else { panic!("one body whose members are not listed") };
        assert_eq!((body.id.as_str(), ids(tasks.iter().copied())), ("leading_group", of_group.to_vec()));
    }

    #[test]
    fn where_every_department_is_named_none_stands_apart() {
        let report = report("yantai-2020-operation");
        assert_eq!(ids(report.tasks_of("organisation")), ["task-2b", "task-14"]);
        assert!(report.departments.iter().all(|one| report.tasks_of_unlisted(&one.id).is_empty()));
    }
}
