"""An author changes a lesson while the site is being served."""


def test_a_changed_lesson_is_there_at_the_next_load(own_courses, person):
    page = person(own_courses)
    lesson = own_courses.courses / "digid" / "01-wat-is-digid.md"
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    lesson.write_text(lesson.read_text().replace("DigiD is gratis.", "DigiD kost niets."))
    page.reload()
    assert "DigiD kost niets." in page.inner_text("main")


def test_a_broken_lesson_leaves_the_last_good_one_serving(own_courses, person):
    page = person(own_courses)
    lesson = own_courses.courses / "digid" / "01-wat-is-digid.md"
    page.goto("/cursussen/digid/wat-is-digid/waarom")
    lesson.write_text(lesson.read_text().replace("title: Wat is DigiD?", "title: [Wat is"))
    page.reload()
    assert "DigiD is gratis." in page.inner_text("main")
    assert "digid/01-wat-is-digid.md:2:8: error: the front matter cannot be read" in own_courses.log.read_text()
