using System.Text;
using EcoPark.Platform.Records;
using EcoPark.Platform.Sheets;
using EcoPark.Support;
using MiniExcelLibs;

namespace EcoPark.Platform.Tests.Records;

/// <summary>Workbooks and texts in and out of the record kit.</summary>
public sealed class SheetTests
{
    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Text_in_utf8_and_in_gbk_and_a_workbook_say_the_same(Database database)
    {
        await using var room = await Room.Build(database);
        await room.NewFirm("甲厂");
        var text = "企业,联单编号,出厂时间,装车时刻\r\n甲厂,\"L-1\r\n附页\",2026/3/1 8:05,8:30\r\n\r\n甲厂,L-2,,\r\n";
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(text);
        (await Import(room, new SheetFile("联单.csv", Encoding.UTF8.GetBytes(text.Replace("\r\n附页", "", StringComparison.Ordinal))))).ShouldBe((2, 0, 0, 0));
        (await Import(room, new SheetFile("联单.CSV", CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(text.Replace("\r\n附页", "", StringComparison.Ordinal))))).ShouldBe((0, 0, 2, 0));
        (await Import(room, new SheetFile("联单.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Replace("\r\n附页", "", StringComparison.Ordinal).Replace(',', ';'))]))).ShouldBe((0, 0, 2, 0));
        var book = await Book([new() { ["企业"] = "甲厂", ["联单编号"] = "L-1", ["出厂时间"] = new DateTime(2026, 3, 1, 8, 5, 0), ["装车时刻"] = "08:30" }]);
        (await Import(room, book)).ShouldBe((0, 0, 1, 0));
        // A line break within a cell is a part of it.
        (await Import(room, new SheetFile("联单.csv", gbk))).ShouldBe((1, 0, 1, 0));
        (await Problem(room, new SheetFile("联单.csv", [0x50, 0x4B, 3, 4, 0, 0]))).ShouldContain("不是 csv 文本");
        (await Problem(room, new SheetFile("联单.csv", []))).ShouldContain("空的");
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Rows_go_out_on_a_sheet_of_their_own_and_come_back(Database database)
    {
        await using var room = await Room.Build(database);
        var (firm, receiver) = (await room.NewFirm("甲厂"), await room.NewFirm("乙处置"));
        Dictionary<string, object?> Item(string waste, double quantity) => new() { ["waste"] = waste, ["quantity"] = quantity, ["receiverId"] = receiver };
        await room.Save(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = "L-1", ["leftAt"] = "2026-03-01 08:05", ["items"] = new[] { Item("废油", 1), Item("污泥", 2) } });
        await room.Save(room.Manifests, new() { ["enterpriseId"] = firm, ["number"] = "L-2", ["items"] = new[] { Item("废油", 3) } });
        var export = await room.Get<RecordExport>().Export(room.Manifests, new RecordQuery { Sort = "number" }, [], Room.Token);
        using var sheets = new MemoryStream(export);
        sheets.GetSheetNames().ShouldBe(["转移联单", "明细"]);
        var main = sheets.Query(useHeaderRow: true, sheetName: "转移联单").Select(row => new Dictionary<string, object?>((IDictionary<string, object?>)row)).ToList();
        main[0]["出厂时间"].ShouldBe(new DateTime(2026, 3, 1, 8, 5, 0));
        var items = sheets.Query(useHeaderRow: true, sheetName: "明细").Select(row => new Dictionary<string, object?>((IDictionary<string, object?>)row)).ToList();
        items.Select(row => (row["企业"], row["联单编号"], row["废物名称"], row["数量（t）"], row["接收单位"])).ShouldBe([("甲厂", "L-1", "废油", 1d, "乙处置"), ("甲厂", "L-1", "污泥", 2d, "乙处置"), ("甲厂", "L-2", "废油", 3d, "乙处置")]);

        foreach (var row in main)
            new[] { "总量（t）", "规模", "更新时间", "更新人" }.ToList().ForEach(heading => row.Remove(heading));
        (await Import(room, await Book(main, items))).ShouldBe((0, 0, 2, 0));
        (items[1]["数量（t）"], items[2]["联单编号"]) = (5d, "L-9");
        var report = (await room.Get<RecordImport>().Import(room.Manifests, await Book(main, items), saves: true, takesGoodRows: true, Room.Token)).Value!;
        (report.Changed, report.Unchanged, report.BadRows).ShouldBe((2, 0, 0)); // L-2 has no rows any more.
        report.Problems.Single().Message.ShouldBe("“明细”表第 4 行在第一张表中没有对应的一行，未导入。");
        (await room.Titles(room.Manifests, ("total", "6..6"))).ShouldBe(["L-1"]);
        items[0]["数量（t）"] = "许多";
        report = (await room.Get<RecordImport>().Import(room.Manifests, await Book(main, items[..2]), saves: true, takesGoodRows: true, Room.Token)).Value!;
        (report.BadRows, report.Problems.Single().Row, report.Problems.Single().Message).ShouldBe((1, 2, "明细第 1 行：数量应为数字（t），不能是“许多”。（“明细”表第 2 行）"));
        // Without the sheet the rows stay.
        (await Import(room, await Book(main))).ShouldBe((0, 0, 2, 0));
        using var template = new MemoryStream(await room.Get<RecordExport>().Template(room.Manifests, Room.Token));
        template.Query(sheetName: "明细").Cast<IDictionary<string, object?>>().Single().Values.ShouldBe(["企业", "联单编号", "废物名称", "数量（t）", "单价（元/t）", "接收单位"]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Who_stops_an_import_keeps_whole_batches_and_goes_on_where_it_stopped(Database database)
    {
        await using var room = await Room.Build(database);
        var file = Firms(1_200, bad: 7);
        using var stop = new CancellationTokenSource();
        var report = (await room.Get<RecordImport>().Import(room.Firms, file, saves: true, takesGoodRows: true, stop.Token, new Told(_ => stop.Cancel()))).Value!;
        (report.IsDone, report.IsCancelled, report.Rows, report.Added, report.BadRows).ShouldBe((true, true, 500, 499, 1));
        (await Total(room)).ShouldBe(499);
        var told = new List<int>();
        report = (await room.Get<RecordImport>().Import(room.Firms, file, saves: true, takesGoodRows: true, Room.Token, new Told(now => told.Add(now.Rows)))).Value!;
        (report.IsCancelled, report.Added, report.Unchanged, report.BadRows, report.Problems.Single().Row).ShouldBe((false, 700, 499, 1, 8));
        told.ShouldBe([500, 1_000, 1_200]);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task All_or_nothing_is_nothing_where_a_row_is_bad_or_somebody_stops_it(Database database)
    {
        await using var room = await Room.Build(database);
        var import = room.Get<RecordImport>();
        var report = (await import.Import(room.Firms, Firms(1_200, bad: 1_150), saves: true, takesGoodRows: false, Room.Token)).Value!;
        (report.IsDone, report.Added, report.BadRows).ShouldBe((false, 1_199, 1));
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => import.Import(room.Firms, Firms(1_200), saves: true, takesGoodRows: false, stop.Token, new Told(now => (now.IsSaving ? stop : null)?.Cancel())));
        (await Total(room)).ShouldBe(0);
        report = (await import.Import(room.Firms, Firms(1_200), saves: true, takesGoodRows: false, Room.Token)).Value!;
        (report.IsDone, report.Added, await Total(room)).ShouldBe((true, 1_200, 1_200));
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Two_imports_of_the_same_at_once_add_every_row_once(Database database)
    {
        await using var room = await Room.Build(database);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => room.Get<RecordImport>().Import(room.Firms, Firms(1_500), saves: true, takesGoodRows: true, Room.Token))));
        both.Sum(report => report.Value!.Added).ShouldBe(1_500);
        both.Sum(report => report.Value!.BadRows).ShouldBe(0);
        (await Total(room)).ShouldBe(1_500);
    }

    [Theory, InlineData(Database.Sqlite), InlineData(Database.Postgres)]
    public async Task Rows_are_found_again_by_references_alone(Database database)
    {
        await using var room = await Room.Build(database);
        await room.NewFirm("甲厂");
        await room.NewFirm("乙厂");
        var file = new SheetFile("结对.csv", Encoding.UTF8.GetBytes("甲方,乙方\n甲厂,乙厂\n乙厂,甲厂\n甲厂,乙厂\n"));
        var report = (await room.Get<RecordImport>().Import(room.Pairings, file, saves: true, takesGoodRows: true, Room.Token)).Value!;
        (report.Added, report.BadRows, report.Problems.Single().Message).ShouldBe((2, 1, "与第 2 行重复。"));
        (await room.Get<RecordImport>().Import(room.Pairings, file, saves: true, takesGoodRows: true, Room.Token)).Value!.Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task The_result_sheet_marks_what_was_wrong()
    {
        await using var room = await Room.Build(Database.Sqlite);
        var file = Firms(3, bad: 2);
        var report = (await room.Get<RecordImport>().Import(room.Firms, file, saves: true, takesGoodRows: true, Room.Token)).Value!;
        using var sheet = new MemoryStream(await RecordImport.ResultSheet(file, report, Room.Token));
        sheet.Query(useHeaderRow: true).Select(row => (string)((IDictionary<string, object?>)row)["导入结果"]!).ShouldBe(["已导入", "企业名称至多 200 字，现有 201 字。", "已导入"]);
    }

    /// <summary>Firms by name; the row of this number has a name that is too long.</summary>
    private static SheetFile Firms(int count, int bad = 0)
    {
        var text = new StringBuilder("企业名称\n");
        for (var number = 1; number <= count; number++)
            text.Append(number == bad ? new string('长', 201) : $"第{number}化工厂").Append('\n');
        return new SheetFile("企业.csv", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static async Task<long> Total(Room room) => (await room.Reader.Search(room.Firms, new RecordQuery { Take = 1 }, Room.Token)).Total;

    private static async Task<(int Added, int Changed, int Unchanged, int Bad)> Import(Room room, SheetFile file)
    {
        var report = await room.Get<RecordImport>().Import(room.Manifests, file, saves: true, takesGoodRows: false, Room.Token);
        report.Problem.ShouldBeNull();
        report.Value!.Problems.ShouldBeEmpty();
        return (report.Value.Added, report.Value.Changed, report.Value.Unchanged, report.Value.BadRows);
    }

    private static async Task<string> Problem(Room room, SheetFile file) => (await room.Get<RecordImport>().Import(room.Manifests, file, saves: true, takesGoodRows: false, Room.Token)).Problem!.Message;

    private static async Task<SheetFile> Book(List<Dictionary<string, object?>> main, List<Dictionary<string, object?>>? items = null)
    {
        static SheetContent Sheet(string name, List<Dictionary<string, object?>> rows) =>
            new(name, [.. rows[0].Keys.Select(heading => new Column(heading))], rows.Select(row => (IReadOnlyList<Cell>)[.. row.Values.Select(value => new Cell(value))]));
        return new SheetFile("联单.xlsx", await SheetWriter.WriteBook([Sheet("转移联单", main), .. items is null ? [] : new[] { Sheet("明细", items) }], Room.Token));
    }

    private sealed class Told(Action<ImportProgress> then) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => then(value);
    }
}
