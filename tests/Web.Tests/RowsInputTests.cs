using Bunit;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Dictionaries;
using EcoPark.Platform.Records;
using EcoPark.Web.Records;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using NSubstitute;
using Record = EcoPark.Platform.Records.Record;

namespace EcoPark.Web.Tests;

/// <summary>Rows of a record, edited in its form.</summary>
public sealed class RowsInputTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private string _told = "";

    public RowsInputTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
        _page.Services.AddSingleton(Substitute.For<IDbContextFactory<ParkDb>>()).AddSingleton(TimeProvider.System);
        _page.Services.AddSingleton(new RecordTypes([], [])).AddSingleton(new ParkDictionaries([]));
        _page.Services.AddSingleton<CustomFields>().AddSingleton<FieldParser>().AddSingleton<RecordReader>().AddSingleton<RecordSearch>();
    }

    [Fact]
    public void Rows_are_shown_added_changed_and_taken_away()
    {
        var input = Show("""[{"name":"废油","amount":"2.5"}]""");
        Cells(input).ShouldBe(["废油", "2.5"]);

        input.FindAll("button").Single(button => button.TextContent.Contains("加一行", StringComparison.Ordinal)).Click();
        Cells(input).ShouldBe(["废油", "2.5", "", ""]);
        input.FindAll("input")[2].Change("污泥");
        _told.ShouldBe("""[{"name":"废油","amount":"2.5"},{"name":"污泥"}]""");

        input.Find("button[aria-label='去掉第 1 行']").Click();
        _told.ShouldBe("""[{"name":"污泥"}]""");
        input.Find("button[aria-label='去掉第 1 行']").Click();
        _told.ShouldBe("");
    }

    [Fact]
    public void What_is_wrong_stands_at_its_cell()
    {
        var input = Show("""[{"name":"废油"},{"name":"污泥"}]""", new Problem("invalid", "明细第 2 行：请填写数量。", "items[1].amount"), new Problem("items", "至多一行。", "items"));
        input.FindAll(".row-input")[0].TextContent.ShouldNotContain("请填写数量");
        input.FindAll(".row-input")[1].TextContent.ShouldContain("请填写数量");
        input.Find(".mud-alert").TextContent.ShouldContain("至多一行");
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    private static IEnumerable<string?> Cells(IRenderedComponent<RowsInput> input) => input.FindAll("input").Select(cell => cell.GetAttribute("value") ?? "");

    private IRenderedComponent<RowsInput> Show(string value, params Problem[] problems)
    {
        var field = new RecordType<Sheet>("sheets", "单据").Rows(r => r.Items, "明细", rows => rows
            .Text(i => i.Name, "名称").Number(i => i.Amount, "数量", "t").Stored(i => i.Double, "两倍", i => i.Amount * 2)).Fields.Single();
        return _page.Render<RowsInput>(parameters => parameters.Add(one => one.Field, field).Add(one => one.Value, value).Add(one => one.Problems, problems).Add(one => one.ValueChanged, told => _told = told));
    }

    private sealed class Sheet : Record
    {
        public List<Line> Items { get; set; } = [];
    }

    private sealed class Line : RecordRow
    {
        public string Name { get; set; } = "";

        public double? Amount { get; set; }

        public double? Double { get; set; }
    }
}
