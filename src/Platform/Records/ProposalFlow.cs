using System.Globalization;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Security;
using EcoPark.Platform.Workflow;

namespace EcoPark.Platform.Records;

/// <summary>填报审核: what an enterprise has entered is handed in, and within some working days the park agrees or returns it with a reason.</summary>
public sealed class ProposalFlow
{
    /// <summary>In time lines.</summary>
    public const string Subject = "proposals";

    /// <summary>Why it was returned.</summary>
    public const string Remark = "remark";

    private const string HandedIn = "填报待审核";
    private const string Answered = "填报审核结果";
    private const string ReviewSoon = "填报审核将到期";
    private const string ReviewLate = "填报审核逾期";
    private const string ReviewEscalated = "填报审核督办";
    private const string ReturnLate = "填报补正逾期";

    /// <summary>All, in the order of its life.</summary>
    public static readonly IReadOnlyList<string> Events = [HandedIn, Answered, ReviewSoon, ReviewLate, ReviewEscalated, ReturnLate];

    /// <summary>What holds while nobody has set anything.</summary>
    public static readonly IReadOnlyList<Subscription> Subscriptions =
    [
        new(ChannelKind.Messages) { Events = [HandedIn, ReviewSoon, ReviewLate, ReviewEscalated], IsForEnterprises = false },
        new(ChannelKind.Messages) { Events = [Answered, ReturnLate], IsForEnterprises = true },
    ];

    private readonly RecordTypes _types;

    public ProposalFlow(RecordTypes types)
    {
        _types = types;
        Submit = new("submit", "提交")
        {
            From = [ProposalState.Draft, ProposalState.Returned],
            To = ProposalState.Submitted,
            Side = FlowSide.Enterprise,
            Permission = proposal => types[proposal.Type].Edit,
            TooLate = _ => new Problem("state", "这份填报已提交，不能再改。"),
            Tells = (proposal, _) => $"{proposal.By}提交了“{proposal.Title}”。",
            Event = HandedIn,
        };
        Approve = new("approve", "通过")
        {
            From = [ProposalState.Submitted],
            To = ProposalState.Approved,
            Side = FlowSide.Park,
            Permission = proposal => types[proposal.Type].Approve,
            TooLate = _ => new Problem("state", "这份填报不在待审核状态，请刷新。"),
            Write = (proposal, turn) => Decide(proposal, turn, ""),
            Tells = (proposal, _) => $"“{proposal.Title}”已通过审核，写入档案。",
            Event = Answered,
            ToldTo = proposal => proposal.AccountId,
        };
        Return = new("return", "退回")
        {
            From = [ProposalState.Submitted],
            To = ProposalState.Returned,
            Side = FlowSide.Park,
            Permission = proposal => types[proposal.Type].Approve,
            Asks = [new(Remark, "退回原因") { IsRequired = true, Missing = "请写明退回原因，至多 1000 字，企业据此修改。" }],
            TooLate = _ => new Problem("state", "这份填报不在待审核状态，请刷新。"),
            Write = (proposal, turn) => Decide(proposal, turn, turn[Remark]),
            Tells = (proposal, turn) => $"“{proposal.Title}”被退回：{turn[Remark]}",
            Event = Answered,
            ToldTo = proposal => proposal.AccountId,
        };
        Life = new Flow<Proposal, ProposalState>("proposal", "填报审核", Subject, proposal => proposal.State, proposal => proposal.Due, proposal => proposal.Look)
        {
            View = Permissions.Supervise,
            States = new Dictionary<ProposalState, string>
            {
                [ProposalState.Draft] = "草稿",
                [ProposalState.Submitted] = "待审核",
                [ProposalState.Approved] = "已通过",
                [ProposalState.Returned] = "已退回",
            },
            Steps = [Submit, Approve, Return],
            Deadlines =
            [
                new(ProposalState.Submitted)
                {
                    WorkingDays = 5,
                    RemindsBefore = TimeSpan.FromDays(1),
                    Reminder = new("审核将到期", ReviewSoon, (proposal, _) => $"“{proposal.Title}”的审核时限明日到期。"),
                    Overdue = new("审核逾期", ReviewLate, (proposal, _) => $"“{proposal.Title}”5 个工作日内没有审核。"),
                    EscalatesAfter = TimeSpan.FromDays(2),
                    Escalation = new("督办", ReviewEscalated, (proposal, now) => $"“{proposal.Title}”已逾期 {(now - proposal.Due!.Value).TotalDays:0} 天没有审核。"),
                },
                new(ProposalState.Returned)
                {
                    WorkingDays = 5,
                    Overdue = new("补正逾期", ReturnLate, (proposal, _) => $"“{proposal.Title}”被退回后 5 个工作日内没有再次提交。"),
                },
            ],
            Waits =
            [
                new("审核填报", ProposalState.Submitted, (_, actor) => ToApprove(actor)),
                new("修改被退回的填报", ProposalState.Returned, (_, actor) => actor.EnterpriseId is null ? null : _ => true),
                new("提交草稿", ProposalState.Draft, (_, actor) => actor.EnterpriseId is null ? null : _ => true),
            ],
            TitleOf = proposal => proposal.Title,
            HrefOf = HrefOf,
            NoticeOf = NoticeOf,
        };
    }

    public Flow<Proposal, ProposalState> Life { get; }

    /// <summary>提交, once it passes all checks.</summary>
    public FlowStep<Proposal, ProposalState> Submit { get; }

    /// <summary>通过: it goes into the record.</summary>
    public FlowStep<Proposal, ProposalState> Approve { get; }

    /// <summary>退回, with a reason.</summary>
    public FlowStep<Proposal, ProposalState> Return { get; }

    private static void Decide(Proposal proposal, FlowTurn turn, string remark) => (proposal.Remark, proposal.DecidedBy, proposal.DecidedAt) = (remark, turn.Actor.Name, turn.Now);

    private static string HrefOf(int id) => string.Create(CultureInfo.InvariantCulture, $"/proposals/{id}");

    private System.Linq.Expressions.Expression<Func<Proposal, bool>>? ToApprove(Actor actor)
    {
        if (actor.EnterpriseId is not null)
            return null;
        var mine = _types.All.Where(type => type.NeedsApproval && actor.May(type.Approve)).Select(type => type.Name).ToList();
        return mine.Count == 0 ? null : proposal => mine.Contains(proposal.Type);
    }

    private Notice NoticeOf(Proposal proposal, string told, string text, int? account)
    {
        var type = _types[proposal.Type];
        return new Notice
        {
            Event = told,
            Permission = told switch { Answered or ReturnLate => type.Edit, ReviewEscalated => Permissions.Supervise, _ => type.Approve },
            Level = 4,
            EnterpriseId = proposal.EnterpriseId,
            AccountId = account,
            Group = type.Title,
            Title = told switch { HandedIn => $"待审核：{type.Title}", Answered => $"{type.Title}审核结果", _ => $"{told}：{type.Title}" },
            Text = text,
            Href = HrefOf(proposal.Id),
            GroupHref = "/todo",
        };
    }
}
