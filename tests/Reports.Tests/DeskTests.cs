using EcoPark.Platform.Security;
using Microsoft.Extensions.DependencyInjection;

namespace EcoPark.Reports.Tests;

/// <summary>Who may have which report, of what and of when.</summary>
public sealed class DeskTests
{
    private static readonly ReportSubject[] Outlets = [new("1", "甲排口") { EnterpriseId = 1 }, new("2", "乙排口") { EnterpriseId = 2 }];

    private static readonly ReportType Type = new("hours", "小时日报表", "污染源", "outlets.view", (_, request, _) => Task.FromResult<Platform.Outcome<Report>>(new Report(request.Subject!.Name)))
    {
        Spans = [ReportSpan.Day],
        // As modules do: what lies within the actor's scope.
        Subjects = new("排口", (_, _) => Task.FromResult<IReadOnlyList<ReportSubject>>([.. Outlets.Where(one => Actor.Current.EnterpriseId is not { } own || own == one.EnterpriseId)])),
    };

    private readonly ReportDesk _desk = new([Type], new ServiceCollection().BuildServiceProvider(), new Clock());

    [Theory]
    [InlineData(new[] { ReportPermissions.View }, false)]
    [InlineData(new[] { "outlets.view" }, false)]
    [InlineData(new[] { ReportPermissions.View, "outlets.view" }, true)]
    public async Task A_report_asks_for_its_own_permission_and_that_of_its_data(string[] permissions, bool isGiven)
    {
        using var turn = Actor.As(TestReports.Of(null, permissions));
        _desk.Types.Count.ShouldBe(isGiven ? 1 : 0);
        (await _desk.Make("hours", "1", "2026-11-27", CancellationToken.None)).Problem?.Code.ShouldBe(isGiven ? null : "not-found");
        (await _desk.Subjects(Type, CancellationToken.None)).Count.ShouldBe(isGiven ? 2 : 0);
    }

    [Fact]
    public async Task Nobody_has_nothing()
    {
        _desk.Types.ShouldBeEmpty();
        (await _desk.Make("hours", "1", "2026-11-27", CancellationToken.None)).IsOk.ShouldBeFalse();
    }

    [Fact]
    public async Task An_enterprise_has_its_own_outlets_alone()
    {
        using var turn = Actor.As(TestReports.Of(1, ReportPermissions.View, "outlets.view"));
        (await _desk.Make("hours", "1", "2026-11-27", CancellationToken.None)).Value!.FileName.ShouldBe("小时日报表_甲排口_2026-11-27");
        var foreign = await _desk.Make("hours", "2", "2026-11-27", CancellationToken.None);
        var unknown = await _desk.Make("hours", "99", "2026-11-27", CancellationToken.None);
        (foreign.Problem!.Code, foreign.Problem.Message.Replace("2", "99", StringComparison.Ordinal)).ShouldBe((unknown.Problem!.Code, unknown.Problem.Message), "what is another's looks as if it were not");
    }

    [Theory]
    [InlineData(null, "2026-11-27", "请选择排口")]
    [InlineData("1", "2016-01-01..2026-01-01", "按日出")]
    [InlineData("1", "2026-11-30", "还没有到")]
    public async Task What_is_missing_or_wrong_is_told(string? subject, string period, string told)
    {
        using var turn = Actor.As(TestReports.Of(null, ReportPermissions.View, "outlets.view"));
        (await _desk.Make("hours", subject, period, CancellationToken.None)).Problem!.Message.ShouldContain(told);
    }

    private sealed class Clock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 28, 4, 0, 0, TimeSpan.Zero);
    }
}
