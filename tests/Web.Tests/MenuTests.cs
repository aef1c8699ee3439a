using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Web.Shell;

namespace EcoPark.Web.Tests;

/// <summary>Where a page stands in the menu, and how pages are found.</summary>
public sealed class MenuTests
{
    private static readonly string[] Hrefs = ["/", "/alarms", "/alarms/statistics", "/outlets", "/monitor/live"];

    private static readonly MenuEntry[] Entries =
    [
        new("污染源监控", "排口监控", "/outlets", "", "outlets.view", 1), new("污染源监控", "传输有效率", "/outlets/transmission", "", "outlets.view", 2),
        new("报警", "报警中心", "/alarms", "", "alarms.view", 1, "7.8.1"), new("系统管理", "字典", "/dictionaries", "", Permissions.Records, 1),
    ];

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/alarms", "/alarms")]
    [InlineData("/alarms/7", "/alarms")]
    [InlineData("/alarms/statistics", "/alarms/statistics")] // The longest alone: 报警中心 is not marked on it.
    [InlineData("/monitor/live", "/monitor/live")]
    [InlineData("/outlets-of-others", null)]
    [InlineData("/me", null)]
    public void A_page_belongs_to_the_longest_entry_that_it_lies_below(string path, string? entry) => MenuPlace.Of(Hrefs, path).ShouldBe(entry);

    [Fact]
    public void Pages_are_found_by_title_and_chapter_as_far_as_one_may_see_them()
    {
        Find("有效率", "outlets.view").ShouldBe(["传输有效率"]);
        Find("污染源", "outlets.view").ShouldBe(["排口监控", "传输有效率"]);
        Find("有效率", "alarms.view").ShouldBeEmpty();
        Find("报警", "alarms.view").ShouldBe(["报警中心"]);
        Find("报警", "alarms.view", "7.8.1").ShouldBeEmpty("the park has switched that part off");
        Find("字典", "alarms.view").ShouldBeEmpty();
        Find("字典", "records.enterprises.view").ShouldBe(["字典"]);
    }

    private static IEnumerable<string> Find(string text, string permission, params string[] off) =>
        PageSearch.Find(Entries, new RecordTypes([], []), new Actor(1, "某人", null, "", new HashSet<string> { permission }), off.ToHashSet(), text, 5).Select(found => found.Title);
}
