using System.Globalization;
using EcoPark.Alarms;
using EcoPark.Contracts;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Enterprises;
using EcoPark.Platform.Modules;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Standards;
using EcoPark.Telemetry.Registry;
using EcoPark.Telemetry.Watch;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Server.Demo;

/// <summary>
/// --demo: things under way, so that 我的待办 and 流程督办 have something on their first day: alarms to explain and explained, one given to somebody,
/// and what an enterprise has entered, waiting for approval and returned.
/// </summary>
internal sealed class DemoFlows(
    IDbContextFactory<ParkDb> databases, Sessions sessions, IDeviceRegistry registry, IAlarms alarms, AlarmDesk desk, ProposalService proposals,
    RecordTypes types, TimeProvider clock) : IDemo
{
    private const string Projects = "enterprise-eias";
    private const double Limit = 50;

    public int Order => 950;

    public async Task Plant(CancellationToken cancellationToken)
    {
        var (operatorActor, officer) = (await ActorOf("operator", cancellationToken), await ActorOf("enterprise", cancellationToken));
        using (Actor.As(officer))
        {
            await Enter("废水预处理提标改造项目", cancellationToken);
            var returned = await Enter("罐区废气收集改造项目", cancellationToken);
            using (Actor.As(operatorActor))
                Must(await proposals.Return(returned.Id, "请补充批复文件附件。", cancellationToken));
        }

        if (await Raise(officer.EnterpriseId!.Value, cancellationToken) is not { Count: 3 } raised)
            return;
        var due = clock.UtcNow().AddHours(20);
        using (Actor.As(operatorActor))
        {
            foreach (var alarm in raised.Take(2))
            {
                Must(await desk.Acknowledge(alarm, cancellationToken));
                Must(await desk.RequestExplanation(alarm, due, "请说明超标时段的生产和治污设施运行情况。", cancellationToken));
            }

            Must(await desk.Assign(raised[2], operatorActor.AccountId!.Value, cancellationToken));
        }

        using (Actor.As(officer))
            Must(await desk.Explain(raised[1], "当日 9 时切换吸收塔循环泵，脱硫效率短时下降，10 时恢复。（演示）", cancellationToken));
    }

    /// <summary>Three hours over the limit on three days, over by now.</summary>
    private async Task<IReadOnlyList<int>> Raise(int enterpriseId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var enterprise = await db.Set<Enterprise>().Where(one => one.Id == enterpriseId).Select(one => one.Name).FirstAsync(cancellationToken);
        var point = registry.Current.Points.FirstOrDefault(one => one.EnterpriseId == enterpriseId && one.Kind == PointKind.FlueGas);
        if (point is null || registry.Current.ChannelsByPoint[point.Id].FirstOrDefault(one => one.FactorCode == "a21026") is not { } channel)
            return [];
        var subject = new AlarmSubject
        {
            EnterpriseId = enterpriseId,
            Enterprise = enterprise,
            PointId = point.Id,
            Point = point.Name,
            ChannelId = channel.Id,
            FactorCode = channel.FactorCode,
            Factor = channel.Name,
            Unit = channel.Unit,
            Decimals = channel.Decimals,
        };
        var today = clock.ParkNow().Date;
        (int Back, double Value)[] over = [(1, 61.2), (2, 55.8), (3, 72.4)];
        List<Finding> findings = [.. over.Select(one => Hour(subject, ParkTime.ToUtc(today.AddDays(-one.Back).AddHours(9)), one.Value, part: one.Back))];
        await alarms.Write([.. findings, .. findings.Select(finding => new Ended(finding.Cause, finding.LastAt.AddHours(1), "恢复正常。"))]);
        return [.. findings.Select(finding => finding.Into!.Id)];
    }

    private static Finding Hour(AlarmSubject subject, DateTime at, double value, int part) =>
        new(WatchAlarms.OverLimit, subject, Interval.Hour, FoundBy: "demo", Part: part.ToString(CultureInfo.InvariantCulture))
        {
            FirstAt = at,
            FirstValue = value,
            WorstAt = at,
            WorstValue = value,
            LastAt = at,
            LastValue = value,
            Limit = Limit,
            Basis = "GB 31571-2015（演示）",
            Text = string.Create(CultureInfo.InvariantCulture, $"小时均值 {value} {subject.Unit}，高于 {Limit} {subject.Unit}。（演示）"),
        };

    private async Task<Proposal> Enter(string project, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, object?>
        {
            ["project"] = project,
            ["kind"] = "报告表",
            ["approvalNumber"] = "通环审〔2026〕00 号（虚构）",
            ["approvedOn"] = "2026-10-12",
            ["acceptance"] = "未验收",
        };
        var (kept, problems) = await proposals.Keep(types[Projects], null, null, null, values, submits: true, cancellationToken);
        return kept ?? throw new InvalidOperationException(string.Join(' ', problems.Select(problem => problem.Message)));
    }

    private async Task<Actor> ActorOf(string userName, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var id = await db.Set<Account>().Where(one => one.UserName == userName).Select(one => one.Id).FirstAsync(cancellationToken);
        var signedIn = await sessions.RightsOf(id, isService: true, cancellationToken);
        return SessionCookie.ActorOf(SessionCookie.PrincipalOf(signedIn!), "");
    }

    private static void Must<T>(EcoPark.Platform.Outcome<T> outcome)
    {
        if (outcome.Problem is { } problem)
            throw new InvalidOperationException(problem.Message);
    }
}
