using Bunit;
using EcoPark.Platform.Data;
using EcoPark.Web.Components;
using EcoPark.Web.Home;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace EcoPark.Web.Tests;

/// <summary>A tile of the overview.</summary>
public sealed class TileCardTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();

    public TileCardTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
        _page.Services.AddSingleton(TimeProvider.System).AddSingleton<DatabaseState>().AddScoped<PageActor>().AddLogging();
    }

    [Fact]
    public void A_figure_leads_to_its_list_and_says_that_somebody_should_look()
    {
        var card = Show((_, _) => Task.FromResult(TileValue.Of(3, "条") with { Note = "最高级别 红" }));
        var figure = card.Find(".home-figure");
        (figure.GetAttribute("href"), figure.GetAttribute("data-count"), figure.LastChild!.TextContent.Trim()).ShouldBe(("/alarms?f.state=Raised", "3", "3 条"));
        figure.ClassList.ShouldContain("bad");
        figure.QuerySelector("svg").ShouldNotBeNull(); // Not by the colour alone.
        card.Find(".home-note").TextContent.ShouldBe("最高级别 红");
    }

    [Fact]
    public void Nothing_to_do_is_not_bad() => Show((_, _) => Task.FromResult(TileValue.Of(0, "条"))).Find(".home-figure").ClassList.ShouldNotContain("bad");

    [Fact]
    public void While_it_is_read_it_says_so_and_what_comes_takes_its_place()
    {
        var reading = new TaskCompletionSource<TileValue>();
        var card = Show((_, _) => reading.Task);
        card.Find("section").GetAttribute("aria-busy").ShouldBe("true");
        card.FindAll(".home-figure").ShouldBeEmpty();
        reading.SetResult(new TileValue("97.2 %"));
        card.WaitForAssertion(() => card.Find(".home-figure").TextContent.Trim().ShouldBe("97.2 %"));
        card.Find("section").GetAttribute("aria-busy").ShouldBe("false");
    }

    [Fact]
    public void What_cannot_be_read_says_so_and_shows_no_number()
    {
        var card = Show((_, _) => throw new InvalidOperationException("broken"));
        card.FindAll(".home-figure").ShouldBeEmpty();
        card.Find("section").TextContent.ShouldContain("暂时读不出");
    }

    [Fact]
    public void A_line_has_its_level_its_word_its_curve_and_its_bar()
    {
        var card = Show((_, _) => Task.FromResult(new TileValue("") { Lines = [new TileLine("小时超标", "08:00", "/alarms/7") { Level = 1, Curve = [10, null, 20, 30], Limit = 40, Share = 0.5, Pace = 0.25, IsBad = true }] }));
        card.FindAll(".home-figure").ShouldBeEmpty();
        card.Find(".home-lines a").GetAttribute("href").ShouldBe("/alarms/7");
        card.Find(".alarm-level").TextContent.ShouldBe("红");
        // A gap stays one: two pieces, and the limit is above all of them.
        card.FindAll("polyline").Select(line => line.GetAttribute("points")).ShouldBe(["0,18.5", "66.67,12.83 100,7.17"]);
        card.Find("line.limit").GetAttribute("y1").ShouldBe("1.5");
        (card.Find("rect.used").GetAttribute("width"), card.Find("rect.now").GetAttribute("x")).ShouldBe(("50", "25"));
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    private IRenderedComponent<TileCard> Show(Func<IServiceProvider, CancellationToken, Task<TileValue>> read) =>
        _page.Render<TileCard>(parameters => parameters.Add(one => one.Tile, new HomeTile("待确认的报警", "/alarms?f.state=Raised", "alarms.view", read)));
}
