using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;
using EcoPark.Support;

namespace EcoPark.Platform.Tests.Records;

/// <summary>Instants and times of day: entered and shown on the park's clock (UTC+8), stored in UTC.</summary>
public sealed class TimeFieldTests
{
    private static readonly FieldParser Parser = new(new ParkDictionaries([]));
    private static readonly Field Moment = new("x", "时间", FieldKind.Moment);
    private static readonly Field TimeOfDay = new("x", "时刻", FieldKind.TimeOfDay);

    [Theory]
    [InlineData("2026-03-01 08:05"), InlineData("2026/3/1 8:05"), InlineData("2026-03-01T08:05"), InlineData("2026年3月1日 8:05"), InlineData("2026年3月1日 8时5分"), InlineData("202603010805")]
    [InlineData("2026-03-01T00:05:00Z"), InlineData("2026-03-01T08:05:00+08:00"), InlineData("2026-02-28T19:05:00-05:00"), InlineData("2026-03-01T00:05:00.1Z")]
    [InlineData(46082.336805555555)] // Excel: 46082 is 2026-03-01, 485 of 1440 minutes.
    public void An_instant_is_understood_as_people_programs_and_sheets_write_it(object entered) =>
        Parser.Parse(Moment, entered, new ReferenceBook()).Value.ShouldBe(new DateTime(2026, 3, 1, 0, 5, 0, DateTimeKind.Utc));

    [Fact]
    public void A_cell_with_a_date_is_on_the_parks_clock_and_a_day_alone_is_its_beginning()
    {
        Parser.Parse(Moment, new DateTime(2026, 3, 1, 8, 5, 0), new ReferenceBook()).Value.ShouldBe(new DateTime(2026, 3, 1, 0, 5, 0));
        Parser.Parse(Moment, "2026-03-01", new ReferenceBook()).Value.ShouldBe(new DateTime(2026, 2, 28, 16, 0, 0));
    }

    [Theory, InlineData("2026-02-30 08:00"), InlineData("2026-03-01 25:00"), InlineData("8:05"), InlineData("明天上午"), InlineData("0001-01-01 00:00"), InlineData("9999-12-31T23:59:59.9999999Z"), InlineData(true)]
    public void What_is_no_instant_is_told_with_an_example(object entered) =>
        Parser.Parse(Moment, entered, new ReferenceBook()).Problem!.Message.ShouldContain("应为日期和时间，如 2026-03-01 08:00");

    [Theory, InlineData("08:30"), InlineData("8:30"), InlineData("08:30:00"), InlineData(0.3541666666666667)]
    public void A_time_of_day_is_understood(object entered) => Parser.Parse(TimeOfDay, entered, new ReferenceBook()).Value.ShouldBe(new TimeOnly(8, 30));

    [Theory, InlineData("24:00"), InlineData("8点半"), InlineData(8.5)]
    public void What_is_no_time_of_day_is_told(object entered) => Parser.Parse(TimeOfDay, entered, new ReferenceBook()).Problem!.Message.ShouldContain("08:00 这样的时刻");

    [Fact]
    public void What_is_stored_sorts_as_it_happened_and_comes_back()
    {
        var utc = new DateTime(2026, 3, 1, 0, 5, 9, DateTimeKind.Utc);
        FieldText.Stored(utc).ShouldBe("2026-03-01T00:05:09Z");
        FieldText.Restore(Moment, FieldText.Stored(utc)).ShouldBe(utc);
        FieldText.Shown(Moment, utc).ShouldBe("2026-03-01 08:05:09");
        FieldText.Shown(Moment, utc.AddSeconds(-9)).ShouldBe("2026-03-01 08:05");
        FieldText.Restore(TimeOfDay, FieldText.Stored(new TimeOnly(8, 30))).ShouldBe(new TimeOnly(8, 30));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Lists_are_filtered_by_days_and_instants_of_the_park(Database database)
    {
        await using var room = await Room.Build(database);
        var firm = await room.NewFirm("甲厂");
        foreach (var (number, time) in new[] { ("夜里", "2026-03-01 00:30"), ("傍晚", "2026-03-01 23:59"), ("次日", "2026-03-02 00:00"), ("前日", "2026-02-28 23:59") })
            await room.Save(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = number, ["leftAt"] = time, ["window"] = time[11..] });
        (await room.Titles(room.Manifests, ("leftAt", "2026-03-01..2026-03-01"))).ShouldBe(new[] { "傍晚", "夜里" }.Order(StringComparer.Ordinal));
        (await room.Titles(room.Manifests, ("leftAt", "2026-03-01 12:00..2026-03-02 00:00"))).ShouldBe(new[] { "傍晚", "次日" }.Order(StringComparer.Ordinal));
        (await room.Titles(room.Manifests, ("leftAt", "..2026-02-28"))).ShouldBe(["前日"]);
        (await room.Titles(room.Manifests, ("leftAt", "2026-03-01T16:00:00Z.."))).ShouldBe(["次日"]);
        (await room.Titles(room.Manifests, ("window", "00:00..12:00"))).ShouldBe(new[] { "夜里", "次日" }.Order(StringComparer.Ordinal));
        var shown = (await room.Reader.Search(room.Manifests, new RecordQuery { Text = "夜里" }, Room.Token)).Items.Single();
        (shown.Texts["leftAt"], shown.Values["leftAt"], shown.Texts["window"]).ShouldBe(("2026-03-01 00:30", new DateTime(2026, 2, 28, 16, 30, 0, DateTimeKind.Utc), "00:30"));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task A_parks_own_instants_are_filtered_and_sorted_too(Database database)
    {
        await using var room = await Room.Build(database);
        var field = (await room.Get<CustomFields>().Add(room.Firms, new CustomFieldInput("验收时间", FieldKind.Moment), Room.Token)).Value!;
        foreach (var (name, time) in new[] { ("甲", "2026-03-01 08:00"), ("乙", "2026-03-03 08:00") })
            await room.Save(room.Firms, new() { ["name"] = name, [field.Name] = time });
        (await room.Titles(room.Firms, (field.Name, "2026-03-02..2026-03-03"))).ShouldBe(["乙"]);
        (await room.Reader.Search(room.Firms, new RecordQuery { Sort = field.Name, IsDescending = true }, Room.Token)).Items.Select(one => one.Texts[field.Name]).ShouldBe(["2026-03-03 08:00", "2026-03-01 08:00"]);
    }
}
