using Bunit;
using EcoPark.Web.Components;
using Microsoft.AspNetCore.Components;
using MudBlazor.Services;

namespace EcoPark.Web.Tests;

/// <summary>Rows of a list that are picked.</summary>
public sealed class PickingTests : IAsyncDisposable
{
    private readonly BunitContext _page = new();
    private readonly Picking<int> _even = new(row => row, row => row % 2 == 0, row => $"选择 {row}");
    private int _told;

    public PickingTests()
    {
        _page.JSInterop.Mode = JSRuntimeMode.Loose;
        _page.Services.AddMudServices();
    }

    [Fact]
    public void All_of_the_page_that_can_be_are_picked_at_once_and_let_go_again()
    {
        var table = Show(1, 2, 3, 4);
        table.FindAll("tbody input").Select(box => box.GetAttribute("aria-label")).ShouldBe(["选择 2", "选择 4"]);
        table.Find("thead input").Change(true);
        _even.Keys.Order().ShouldBe([2, 4]);
        table.FindAll("tbody input").ShouldAllBe(box => box.HasAttribute("checked"));
        table.FindAll("tbody input")[0].Change(false);
        _even.Keys.ShouldBe([4]);
        table.Find("thead input").HasAttribute("checked").ShouldBeFalse(); // Not all of them any more.
        _told.ShouldBe(2);
    }

    [Fact]
    public void What_has_left_the_page_is_picked_no_longer()
    {
        Show(2, 4, 6).Find("thead input").Change(true);
        _even.Keep([4, 5]);
        _even.Keys.ShouldBe([4]);
        Show(1, 3).Find("thead input").HasAttribute("disabled").ShouldBeTrue();
    }

    public ValueTask DisposeAsync() => _page.DisposeAsync();

    private IRenderedComponent<DataTable<int>> Show(params int[] rows) => _page.Render<DataTable<int>>(table => table
        .Add(one => one.Columns, [new ListColumn<int>("n", "数", row => $"{row}")]).Add(one => one.Rows, rows).Add(one => one.Picking, _even).Add(one => one.Picked, EventCallback.Factory.Create(this, () => _told++)));
}
