using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Messages;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>What enterprises enter until the park has agreed: draft → submitted → approved or returned.</summary>
public sealed class ProposalService(IDbContextFactory<ParkDb> databases, RecordTypes types, RecordService records, CustomFields custom, MessageCentre messages, TimeProvider clock)
{
    /// <summary>Keeps a draft, or hands it in. A draft may be unfinished; what is handed in must pass all checks.</summary>
    /// <param name="type">Kind of record.</param>
    /// <param name="proposalId">The draft or returned proposal to go on with; <see langword="null"/> for a new one.</param>
    /// <param name="recordId">The record to change; <see langword="null"/> for a new one.</param>
    /// <param name="basedOn">Revision that the enterprise saw.</param>
    /// <param name="raw">Values as entered.</param>
    /// <param name="submits">Hands it in.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(Proposal? Kept, IReadOnlyList<Problem> Problems)> Keep(
        RecordType type, int? proposalId, int? recordId, int? basedOn, IReadOnlyDictionary<string, object?> raw, bool submits, CancellationToken cancellationToken)
    {
        if (!Actor.Current.May(type.Edit) || Actor.Current.EnterpriseId is not { } enterprise)
            return (null, [RecordProblems.Forbidden]);
        if (type.IsEnterpriseItself && recordId is null)
            return (null, [new Problem("own", "企业档案由园区建立，企业只能申请修改本企业的档案。")]);
        if (type.IsFixedOnceApproved && recordId is not null)
            return (null, [new Problem("forbidden", $"已审核的{type.Title}企业不能再改；确有错误请书面告知园区更正，并新报一条。")]);
        var (values, problems) = await records.Check(type, recordId, raw, cancellationToken).ConfigureAwait(false);
        if (submits && problems.Count > 0)
            return (null, problems);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var proposal = proposalId is { } id ? await db.Set<Proposal>().FirstOrDefaultAsync(one => one.Id == id && one.Type == type.Name, cancellationToken).ConfigureAwait(false)
            : new Proposal { Type = type.Name, RecordId = recordId, EnterpriseId = enterprise, BasedOn = basedOn, Content = "", By = "" };
        if (proposal is null)
            return (null, [new Problem("not-found", "没有这份填报，请刷新。")]);
        if (proposal.State is ProposalState.Submitted or ProposalState.Approved)
            return (null, [new Problem("state", "这份填报已提交，不能再改。")]);
        proposal.Content = JsonSerializer.Serialize(values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => FieldText.Stored(pair.Value!)));
        var title = values.GetValueOrDefault(type.TitleField.Name) is { } named ? FieldText.Shown(type.TitleField, named) : type.Title;
        (proposal.Title, proposal.By, proposal.AccountId, proposal.At, proposal.BasedOn) = (title, Actor.Current.Name, Actor.Current.AccountId, clock.UtcNow(), basedOn ?? proposal.BasedOn);
        proposal.State = submits ? ProposalState.Submitted : ProposalState.Draft;
        proposal.Version++;
        if (proposalId is null)
            db.Add(proposal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<int> told = [];
        if (submits)
        {
            told = messages.Add(db, await MessageCentre.WhoMay(db, type.Approve, cancellationToken).ConfigureAwait(false), $"待审核：{type.Title}", $"{proposal.By}提交了“{title}”。", $"/proposals/{proposal.Id}");
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
        return (proposal, []);
    }

    /// <summary>Puts the content into the record, in the approver's name.</summary>
    public async Task<SaveResult> Approve(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (proposal, type, refusal) = await Submitted(db, id, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        if (proposal!.RecordId is { } recordId && await type!.Find(db, recordId, isDeleted: false, cancellationToken).ConfigureAwait(false) is { } target && type.OwnerOf(target) is { } owner && owner != proposal.EnterpriseId)
            return new Problem("moved", "这条档案已改归另一家企业，原企业的填报不能再写入，请退回。");
        // Decision and record are saved together or not at all.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        Decide(proposal!, ProposalState.Approved, "");
        SaveResult saved;
        try
        {
            saved = await records.SaveChecked(db, type!, proposal!.RecordId, await ValuesOf(proposal, cancellationToken).ConfigureAwait(false), proposal.BasedOn, null, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("decided", "这份填报刚由别人审核，请刷新。");
        }

        if (saved.Saved is not { } record)
            return saved; // Nothing was saved: it waits on, and the approver is told why.
        proposal.RecordId = record.Id;
        var told = Answer(db, proposal, type!, $"“{proposal.Title}”已通过审核，写入档案。");
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        messages.Tell(told);
        return saved;
    }

    /// <summary>Sends it back with a reason.</summary>
    public async Task<Outcome<Proposal>> Return(int id, string remark, CancellationToken cancellationToken)
    {
        if (remark.Trim().Length is 0 or > 1_000)
            return new Problem("remark", "请写明退回原因，至多 1000 字，企业据此修改。", "remark");
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var (proposal, type, refusal) = await Submitted(db, id, cancellationToken).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        Decide(proposal!, ProposalState.Returned, remark.Trim());
        var told = Answer(db, proposal!, type!, $"“{proposal!.Title}”被退回：{remark.Trim()}");
        try
        {
            await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("decided", "这份填报刚由别人审核，请刷新。");
        }

        messages.Tell(told);
        return proposal!;
    }

    public async Task<Page<Proposal>> Search(ProposalState? state, string? type, int skip, int take, CancellationToken cancellationToken, string? text = null, string? sort = null, bool isDescending = true)
    {
        var visible = types.All.Where(one => Actor.Current.May(one.View)).Select(one => one.Name).ToList();
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        // Drafts are the enterprise's own affair.
        var isPark = Actor.Current.EnterpriseId is null;
        var found = db.Set<Proposal>().AsNoTracking().Where(one => visible.Contains(one.Type) && (!isPark || one.State != ProposalState.Draft))
            .Where(one => state == null || one.State == state).Where(one => type == null || one.Type == type);
        if (!string.IsNullOrEmpty(text))
            found = found.Where(one => one.Title.Contains(text) || one.By.Contains(text) || one.Remark.Contains(text));
        var total = await found.LongCountAsync(cancellationToken).ConfigureAwait(false);
        System.Linq.Expressions.Expression<Func<Proposal, object?>> key = sort switch
        {
            "title" => one => one.Title,
            "type" => one => one.Type,
            "by" => one => one.By,
            _ => one => one.At,
        };
        return new Page<Proposal>(await (isDescending ? found.OrderByDescending(key) : found.OrderBy(key)).ThenByDescending(one => one.Id).Skip(skip).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false), total);
    }

    public async Task<Proposal?> Find(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var found = await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        return found is null || types.Find(found.Type) is not { } type || !Actor.Current.May(type.View) || (found.State == ProposalState.Draft && Actor.Current.EnterpriseId is null) ? null : found;
    }

    /// <summary>What waits for the actor: for the park what is submitted, for an enterprise what was returned or not handed in.</summary>
    public async Task<int> Waiting(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (Actor.Current.EnterpriseId is not null)
            return await db.Set<Proposal>().CountAsync(one => one.State == ProposalState.Draft || one.State == ProposalState.Returned, cancellationToken).ConfigureAwait(false);
        var mine = types.All.Where(one => one.NeedsApproval && Actor.Current.May(one.Approve)).Select(one => one.Name).ToList();
        return mine.Count == 0 ? 0 : await db.Set<Proposal>().CountAsync(one => one.State == ProposalState.Submitted && mine.Contains(one.Type), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is proposed, typed.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ValuesOf(Proposal proposal, CancellationToken cancellationToken) =>
        RecordHistory.Restore(await custom.FieldsOf(types[proposal.Type], cancellationToken).ConfigureAwait(false), proposal.Content);

    private async Task<(Proposal? Proposal, RecordType? Type, Problem? Refusal)> Submitted(ParkDb db, int id, CancellationToken cancellationToken)
    {
        var proposal = await db.Set<Proposal>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false);
        if (proposal is null || types.Find(proposal.Type) is not { } type)
            return (null, null, new Problem("not-found", "没有这份填报，请刷新。"));
        if (!Actor.Current.May(type.Approve) || Actor.Current.EnterpriseId is not null)
            return (null, null, RecordProblems.Forbidden);
        return proposal.State == ProposalState.Submitted ? (proposal, type, null) : (null, null, new Problem("state", "这份填报不在待审核状态，请刷新。"));
    }

    /// <summary>To whoever handed it in.</summary>
    private IReadOnlyList<int> Answer(ParkDb db, Proposal proposal, RecordType type, string text) =>
        proposal.AccountId is { } account ? messages.Add(db, [account], $"{type.Title}审核结果", text, $"/proposals/{proposal.Id}") : [];

    private void Decide(Proposal proposal, ProposalState state, string remark)
    {
        (proposal.State, proposal.Remark, proposal.DecidedBy, proposal.DecidedAt) = (state, remark, Actor.Current.Name, clock.UtcNow());
        proposal.Version++;
    }
}
