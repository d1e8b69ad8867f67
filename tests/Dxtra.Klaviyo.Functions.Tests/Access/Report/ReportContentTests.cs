namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class ReportContentTests
{
    [Fact]
    public async Task Every_chapter_stands_in_the_contents_and_every_anchor_is_one_place()
    {
        var report = await RecordedReport.OfAsync(ExportRows.OfExample());

        Assert.Equal(10, report.Cover!.Contents.Count);
        Assert.Equal(report.Cover.Contents.Select(chapter => $"# {chapter.Text}"), report.Lines.Where(line => line.StartsWith("# ", StringComparison.Ordinal)));
        Assert.Equal(report.Anchors.Distinct(), report.Anchors);
        Assert.All(report.Cover.Contents, chapter => Assert.Contains(chapter.Anchor, report.Anchors));
    }

    [Fact]
    public async Task The_summary_says_it_in_plain_words()
    {
        var report = await RecordedReport.OfAsync(ExportRows.OfExample());

        Assert.Contains("Klaviyo holds 1 profile of you.", report.Below("What is known about you"));
        Assert.Contains("It knows your e-mail address, phone number, customer number at the shop, first name, last name, language and location.", report.Lines);
        Assert.Contains("A Shop noted 5 more things about you: $source, Favourite colour, VIP, Sizes and loyalty.", report.Lines);
        Assert.Contains("You are on 1 list: Newsletter.", report.Lines);
        Assert.Contains("3 events were recorded about you, the first on 20 March 2026 and the last on 2 June 2026.", report.Lines);
        Assert.Equal(
            [
                "The profile was found by your e-mail address.",
                "It was created on 1 March 2024 and last changed on 3 May 2026.",
                "As its source it names “Website form”.",
                "E-mail: your choice was recorded on 1 March 2024 by “Preference page” (mail.example.com).",
            ],
            report.Below("Where it comes from"));
        Assert.Equal(
            [
                "You may not be e-mailed, although you subscribed on 1 March 2024 and confirmed it (double opt-in): an e-mail to you could not be delivered on 3 May 2026.",
                "It is not clear whether you may be contacted over “carrier_pigeon”: Klaviyo has “PERHAPS” on record as your choice.",
                "On the list “Kids’ Collection” you are not e-mailed: your e-mail address was blocked, and Klaviyo names “moon_phase” as the reason.",
            ],
            report.Below("May you be written to?"));
        Assert.Equal(
            [
                "1 e-mail was sent to you. 3 openings and 1 click were recorded.",
                "2 text messages were sent to you. No opening and no click were recorded.",
                "1 campaign reached you: Spring sale.",
                "1 automated flow wrote to you: Back in stock.",
            ],
            report.Below("What was sent to you"));
        Assert.Equal(
            ["You placed 2 orders, between 2 April 2026 and 2 June 2026.", "Together they came to 1,234.50\u00a0EUR and 20.00\u00a0USD.", "1 of them was refunded."],
            report.Below("What you ordered"));
    }

    [Fact]
    public async Task Nobody_found_is_said_and_nothing_else()
    {
        var report = await RecordedReport.OfAsync(new ExportRows());

        Assert.Equal(["In short", "How this report was made"], report.Cover!.Contents.Select(chapter => chapter.Text));
        Assert.Contains("nothing was found", Assert.Single(report.Below("In short")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_categories_are_named_in_one_line()
    {
        var rows = new ExportRows().Profile("01ADA", "email");
        foreach (var category in Categories.All)
            rows.Part(0, category);

        var report = await RecordedReport.OfAsync(rows);

        Assert.Equal(["Klaviyo holds nothing about you under: Orders and Coupon codes."], report.Below("Orders and coupons"));
        Assert.Contains("Nothing was sent to you, as far as recorded events show.", report.Lines);
        Assert.Contains("Klaviyo has no choice of yours on record, for any channel.", report.Lines);
    }

    [Theory]
    [InlineData(GapReason.MissingScope, "The shop’s key to Klaviyo may not read this.")]
    [InlineData(GapReason.ProfileGone, "The profile was gone when it was read: deleted, or merged into another one.")]
    internal async Task What_is_missing_is_said_first_and_where_it_would_stand(GapReason reason, string text)
    {
        var rows = new ExportRows().Profile("01ADA", "email").Part(0, Categories.Profile, """{"id":"01ADA"}""");
        rows.Gap(0, Categories.Lists, reason).Gap(0, Categories.Orders, reason);

        var report = await RecordedReport.OfAsync(rows);

        Assert.Contains($"! This report is not complete. Missing: Lists and Orders. {text}", report.Below("In short"));
        Assert.Equal([$"! {text}"], report.Below("Lists"));
        Assert.Equal([$"! {text}"], report.Below("Orders"));
        Assert.DoesNotContain("Klaviyo holds no order of yours.", report.Lines);
        Assert.DoesNotContain("Orders: 0", report.Lines);
        Assert.Contains(report.Below("How this report was made"), line => line.StartsWith("Lists | 0 | ", StringComparison.Ordinal) && line.EndsWith(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_profiles_are_told_apart()
    {
        var rows = new ExportRows().Profile("01ADA", "email").Profile("02ADA", "phone");
        foreach (var profile in new[] { 0, 1 })
        {
            rows.Part(profile, Categories.Profile, $$"""{"attributes":{"first_name":"Ada {{profile}}"},"id":"0{{profile + 1}}ADA"}""");
            rows.Part(profile, Categories.Lists, $$"""{"id":"L{{profile}}","name":"List {{profile}}"}""");
        }

        var report = await RecordedReport.OfAsync(rows);

        Assert.Equal(["First name: Ada 0"], report.Below("Profile · profile 1").Take(1));
        Assert.Equal(["First name: Ada 1"], report.Below("Profile · profile 2").Take(1));
        Assert.Contains("List 1 | –", report.Below("Lists · profile 2"));
        Assert.Contains("Profile 2: The profile was found by your phone number.", report.Lines);
        Assert.Contains("You are on 2 lists: List 0 and List 1.", report.Lines);
        Assert.Equal(report.Anchors.Distinct(), report.Anchors);
    }

    [Fact]
    public async Task A_supplement_says_that_it_is_one_and_holds_only_what_was_asked()
    {
        var rows = new ExportRows { Look = 7 }.Profile("01ADA", "email").Part(0, Categories.Events, """{"metric":"Opened Email","event":{"id":"E1"}}""");
        rows.Part(0, Categories.Summary, """{"events":1,"firstAt":null,"lastAt":null,"metrics":[],"months":[]}""");

        var report = await RecordedReport.OfAsync(rows);

        Assert.Contains("looked up 7 days later", report.Cover!.Subtitle, StringComparison.Ordinal);
        Assert.Equal(["In short", "Everything that was recorded", "How this report was made"], report.Cover.Contents.Select(chapter => chapter.Text));
        Assert.Contains(report.Below("In short"), line => line.Contains("only what was new", StringComparison.Ordinal));
        Assert.DoesNotContain("Klaviyo holds 1 profile of you.", report.Lines);
    }

    [Fact]
    public async Task Many_events_stand_month_by_month()
    {
        var events = Enumerable.Range(0, 100).Select(day => EventAt($"E{day}", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day)));
        var rows = new ExportRows().Profile("01ADA", "email").Part(0, Categories.Events, ["""{"metric":"M","event":{"id":"E"}}""", .. events]);
        rows.Part(0, Categories.Summary, """{"events":101,"months":[{"month":"2026-02","messages":20,"opens":8,"clicks":0,"orders":0,"other":0}]}""");

        var report = await RecordedReport.OfAsync(rows);

        Assert.Equal(
            ["### Without a time", "### January 2026", "### February 2026 · 28 events", "### March 2026", "### April 2026"],
            report.Lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)));
        Assert.Equal([1, 31, 28, 31, 10], report.Tables.Where(table => table.Table.Columns[0] == "What happened").Select(table => table.Rows.Count).Where(count => count > 0));
    }

    [Fact]
    public async Task The_timeline_has_the_months_without_an_event_too()
    {
        var timeline = Assert.Single((await RecordedReport.OfAsync(ExportRows.OfExample())).Timelines);

        Assert.Equal(["March 2026", "April 2026", "May 2026", "June 2026"], timeline.Months.Select(month => month.Label));
        Assert.Equal([[1, 3, 1, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 1, 17]], timeline.Months.Select(month => month.Counts));
    }

    [Fact]
    public async Task An_odd_date_does_not_make_a_timeline_of_ten_thousand_years()
    {
        var rows = new ExportRows().Profile("01ADA", "email").Part(
            0, Categories.Summary, """{"events":2,"months":[{"month":"0001-01","other":1},{"month":"2026-02","other":1},{"month":"9999-12","other":1},{"month":"odd"}]}""");

        var timeline = Assert.Single((await RecordedReport.OfAsync(rows)).Timelines);

        Assert.Equal(["January 1", "February 2026", "December 9999"], timeline.Months.Select(month => month.Label));
    }

    [Fact]
    public async Task Rows_that_are_nothing_like_what_is_expected_are_shown_all_the_same()
    {
        var rows = new ExportRows().Profile("01ADA", "email");
        foreach (var category in Categories.All)
            rows.Part(0, category, """{"name":{"a":[1,[2,{"b":"deep"}]]},"attributes":5,"event":[],"items":"x","months":3,"\ud83d":"\ud83d"}""");

        var report = await RecordedReport.OfAsync(rows);

        Assert.Contains(report.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Details), fact => fact is { Label: "name › a › 2 › 2 › b", Value: "deep" });
        Assert.Contains(report.Tables.SelectMany(table => table.Rows).SelectMany(row => row.Details), fact => fact is { Label: @"\ud83d", Value: @"\ud83d" });
    }

    private static string EventAt(string id, DateTimeOffset time) =>
        $$"""{"event":{"attributes":{"timestamp":{{time.ToUnixTimeSeconds()}} },"id":"{{id}}"},"metric":"M"}""";
}
