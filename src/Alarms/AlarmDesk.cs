using System.Globalization;
using EcoPark.Platform;
using EcoPark.Platform.Accounts;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Alarms;

/// <summary>Somebody an alarm can be given to.</summary>
/// <param name="AccountId"><see langword="null"/> for a department as a whole.</param>
/// <param name="Name">Of the person or the department.</param>
/// <param name="UserName">Tells people of one name apart.</param>
/// <param name="Department">Empty where the person names none.</param>
public sealed record Assignee(int? AccountId, string Name, string UserName, string Department);

/// <summary>What people do with alarms: the steps of <see cref="AlarmFlows"/> by name.</summary>
public sealed class AlarmDesk(IDbContextFactory<ParkDb> databases, FlowDesk flows, AlarmFlows life)
{
    /// <summary>Alarms of one batch.</summary>
    public const int MostAtOnce = 500;

    private const int MostAssignees = 500;

    /// <inheritdoc cref="AlarmFlows.Acknowledge"/>
    public Task<Outcome<Alarm>> Acknowledge(int id, CancellationToken cancellationToken) => Take(life.Acknowledge, id, [], cancellationToken);

    /// <summary>Acknowledges many; those that others were faster with are left out.</summary>
    /// <returns>How many were acknowledged.</returns>
    public async Task<int> Acknowledge(IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var id in ids.Take(MostAtOnce))
            done += (await Acknowledge(id, cancellationToken).ConfigureAwait(false)).IsOk ? 1 : 0;
        return done;
    }

    /// <summary>Whom an alarm can be given to: the departments of the authority that have people, and these.</summary>
    public async Task<IReadOnlyList<Assignee>> Assignees(CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(AlarmPermissions.Handle))
            return [];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var people = await People(db).OrderBy(one => one.Department).ThenBy(one => one.DisplayName).Take(MostAssignees)
            .Select(one => new Assignee(one.Id, one.DisplayName, one.UserName ?? "", one.Department)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. people.Select(one => one.Department).Where(name => name.Length > 0).Distinct().Select(name => new Assignee(null, name, "", name)), .. people];
    }

    /// <summary>指派: an account of the park that takes care of it. It is told, and has the alarm in its to-dos.</summary>
    public async Task<Outcome<Alarm>> Assign(int id, int accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await People(db).FirstOrDefaultAsync(one => one.Id == accountId, cancellationToken).ConfigureAwait(false) is not { } account)
            return new Problem("no-account", "没有这个账户，或它已停用、属于企业。", "accountId");
        return await Assign(id, account.Id, account.DisplayName, [account.Id], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>指派 to a department: all its people are told and have it in their to-dos.</summary>
    public async Task<Outcome<Alarm>> Assign(int id, string department, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var people = await People(db).Where(one => one.Department == department && department != "").Select(one => one.Id).Take(MostAssignees).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (people.Count == 0)
            return new Problem("no-department", "这个部门没有可用的账户，请指派给个人。", "department");
        return await Assign(id, null, department, people, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="AlarmFlows.Handle"/>
    public Task<Outcome<Alarm>> Handle(int id, string reason, string measures, CancellationToken cancellationToken) =>
        Take(life.Handle, id, new() { [AlarmFlows.Reason] = reason, [AlarmFlows.Measures] = measures }, cancellationToken);

    /// <inheritdoc cref="AlarmFlows.Request"/>
    /// <param name="due">Deadline, UTC.</param>
    public Task<Outcome<Alarm>> RequestExplanation(int id, DateTime due, string remark, CancellationToken cancellationToken) =>
        flows.Take(life.Explaining, life.Request, id, new Dictionary<string, string> { [AlarmFlows.Remark] = remark }, cancellationToken, due);

    /// <inheritdoc cref="AlarmFlows.Explain"/>
    public Task<Outcome<Alarm>> Explain(int id, string text, CancellationToken cancellationToken) =>
        flows.Take(life.Explaining, life.Explain, id, new Dictionary<string, string> { [AlarmFlows.Text] = text }, cancellationToken);

    /// <summary>审核 of the explanation: accepted, or returned with what is missing.</summary>
    public Task<Outcome<Alarm>> Review(int id, bool isAccepted, string remark, CancellationToken cancellationToken) =>
        flows.Take(life.Explaining, isAccepted ? life.Accept : life.Return, id, new Dictionary<string, string> { [AlarmFlows.Remark] = remark }, cancellationToken);

    /// <inheritdoc cref="AlarmFlows.Close"/>
    public Task<Outcome<Alarm>> Close(int id, CancellationToken cancellationToken) => Take(life.Close, id, [], cancellationToken);

    /// <inheritdoc cref="AlarmFlows.Shelve"/>
    public Task<Outcome<Alarm>> Shelve(int id, DateTime until, string why, CancellationToken cancellationToken) =>
        Take(life.Shelve, id, new() { [AlarmFlows.Until] = until.ToString("O", CultureInfo.InvariantCulture), [AlarmFlows.Why] = why }, cancellationToken);

    /// <inheritdoc cref="AlarmFlows.Unshelve"/>
    public Task<Outcome<Alarm>> Unshelve(int id, CancellationToken cancellationToken) => Take(life.Unshelve, id, [], cancellationToken);

    private Task<Outcome<Alarm>> Assign(int id, int? account, string name, IReadOnlyList<int> told, CancellationToken cancellationToken) =>
        Take(life.Assign, id, new() { [AlarmFlows.Assignee] = name, [AlarmFlows.AccountId] = account?.ToString(CultureInfo.InvariantCulture) ?? "" }, cancellationToken, told);

    private Task<Outcome<Alarm>> Take(FlowStep<Alarm, AlarmState> step, int id, Dictionary<string, string> given, CancellationToken cancellationToken, IReadOnlyList<int>? told = null) =>
        flows.Take(life.Handling, step, id, given, cancellationToken, tellsOnly: told);

    private static IQueryable<Account> People(ParkDb db) => db.Set<Account>().AsNoTracking().Where(one => !one.IsDisabled && one.EnterpriseId == null);
}
