using System.Text.Json;
using EcoPark.Platform.Data;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Records;

/// <summary>What enterprises enter until the park has agreed: draft → submitted → approved or returned.</summary>
public sealed class ProposalService(
    IDbContextFactory<ParkDb> databases, RecordTypes types, RecordService records, CustomFields custom, FlowDesk flows, FlowReader lines, ProposalFlow life, TimeProvider clock)
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Problem NotFound = new("not-found", "没有这份填报，请刷新。");

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
        var (values, problems) = await records.Check(type, recordId, raw, cancellationToken, isWhole: submits).ConfigureAwait(false);
        if (submits && problems.Count > 0)
            return (null, problems);
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var proposal = proposalId is { } id ? await db.Set<Proposal>().FirstOrDefaultAsync(one => one.Id == id && one.Type == type.Name, cancellationToken).ConfigureAwait(false)
            : new Proposal { Type = type.Name, RecordId = recordId, EnterpriseId = enterprise, BasedOn = basedOn, Content = "", By = "" };
        if (proposal is null)
            return (null, [NotFound]);
        if (proposal.State is ProposalState.Submitted or ProposalState.Approved)
            return (null, [new Problem("state", "这份填报已提交，不能再改。")]);
        proposal.Content = JsonSerializer.Serialize(values.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => FieldText.Stored(pair.Value!)));
        var title = values.GetValueOrDefault(type.TitleField.Name) is { } named ? FieldText.Shown(type.TitleField, named) : type.Title;
        (proposal.Title, proposal.By, proposal.AccountId, proposal.At, proposal.BasedOn) = (title, Actor.Current.Name, Actor.Current.AccountId, clock.UtcNow(), basedOn ?? proposal.BasedOn);
        proposal.Version++;
        if (!submits)
            life.Life.Enter(proposal, ProposalState.Draft, clock.UtcNow());
        if (proposalId is null)
            db.Add(proposal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        if (submits && await flows.Put(db, life.Life, life.Submit, proposal, Nothing, cancellationToken).ConfigureAwait(false) is { } refusal)
            return (null, [refusal]);
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        flows.Tell(life.Life, proposal);
        return (proposal, []);
    }

    /// <summary>Puts the content into the record, in the approver's name.</summary>
    public async Task<SaveResult> Approve(int id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await Known(db, id, cancellationToken).ConfigureAwait(false) is not { } proposal)
            return NotFound;
        if (proposal.RecordId is { } recordId && types.Find(proposal.Type) is { } kind && await kind.Find(db, recordId, isDeleted: false, cancellationToken).ConfigureAwait(false) is { } target
            && kind.OwnerOf(target) is { } owner && owner != proposal.EnterpriseId)
            return new Problem("moved", "这条档案已改归另一家企业，原企业的填报不能再写入，请退回。");
        // Decision and record are saved together or not at all.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        if (await flows.Put(db, life.Life, life.Approve, proposal, Nothing, cancellationToken).ConfigureAwait(false) is { } refusal)
            return refusal;
        SaveResult saved;
        try
        {
            saved = await records.SaveChecked(db, types[proposal.Type], proposal.RecordId, await EnteredOf(proposal, cancellationToken).ConfigureAwait(false), proposal.BasedOn, null, cancellationToken).ConfigureAwait(false);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("decided", "这份填报刚由别人审核，请刷新。");
        }

        if (saved.Saved is not { } record)
            return saved; // Nothing was saved: it waits on, and the approver is told why.
        proposal.RecordId = record.Id;
        await db.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        flows.Tell(life.Life, proposal);
        return saved;
    }

    /// <summary>Sends it back with a reason.</summary>
    public Task<Outcome<Proposal>> Return(int id, string remark, CancellationToken cancellationToken) =>
        flows.Take(life.Life, life.Return, id, new Dictionary<string, string> { [ProposalFlow.Remark] = remark }, cancellationToken);

    /// <summary>The time line, oldest first.</summary>
    public async Task<IReadOnlyList<FlowLine>> Lines(int id, CancellationToken cancellationToken) =>
        await Find(id, cancellationToken).ConfigureAwait(false) is null ? [] : await lines.Lines(ProposalFlow.Subject, id, cancellationToken).ConfigureAwait(false);

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

    /// <summary>What is proposed, typed.</summary>
    public async Task<IReadOnlyDictionary<string, object?>> ValuesOf(Proposal proposal, CancellationToken cancellationToken) =>
        RecordHistory.Restore(await custom.FieldsOf(types[proposal.Type], cancellationToken).ConfigureAwait(false), proposal.Content);

    /// <summary>Every field that is entered, emptied ones too. What is worked out of them is shown with the proposal and worked out anew when it is saved.</summary>
    private async Task<IReadOnlyDictionary<string, object?>> EnteredOf(Proposal proposal, CancellationToken cancellationToken)
    {
        var values = await ValuesOf(proposal, cancellationToken).ConfigureAwait(false);
        return (await custom.FieldsOf(types[proposal.Type], cancellationToken).ConfigureAwait(false)).Where(field => field.IsEntered).ToDictionary(field => field.Name, field => values.GetValueOrDefault(field.Name));
    }

    private async Task<Proposal?> Known(ParkDb db, int id, CancellationToken cancellationToken) =>
        await db.Set<Proposal>().FirstOrDefaultAsync(one => one.Id == id, cancellationToken).ConfigureAwait(false) is { } found && types.Find(found.Type) is not null ? found : null;
}
