using System.Globalization;
using EcoPark.Platform.Data;
using EcoPark.Platform.Notifications;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using EcoPark.Platform.Time;
using EcoPark.Platform.Workflow;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Tests.Workflow;

internal enum RepairState
{
    Found = 1,
    Repaired = 2,
    Verified = 3,
}

/// <summary>A leak that an enterprise repairs within five working days and the park verifies.</summary>
internal sealed class Repair : IFlowing, IOfEnterprise
{
    public int Id { get; set; }

    public int EnterpriseId { get; set; }

    public string Title { get; set; } = "";

    public RepairState State { get; set; }

    public DateTime? Due { get; set; }

    public DateTime? Look { get; set; }

    public string Measure { get; set; } = "";

    public int Version { get; set; }

    public const string Mend = "repairs.mend", Verify = "repairs.verify";

    public static FlowStep<Repair, RepairState> Mending { get; } = new("mend", "修复")
    {
        From = [RepairState.Found],
        To = RepairState.Repaired,
        Side = FlowSide.Enterprise,
        Permission = _ => Mend,
        Asks = [new("measure", "修复措施") { IsRequired = true, MaxLength = 20 }],
        Write = (repair, turn) => repair.Measure = turn["measure"],
        Event = "已修复",
    };

    public static FlowStep<Repair, RepairState> Verifying { get; } = new("verify", "验收")
    {
        From = [RepairState.Repaired],
        To = RepairState.Verified,
        Permission = _ => Verify,
        IsInternal = true,
    };

    public static Flow<Repair, RepairState> Life { get; } = new("repair", "泄漏修复", "repairs", repair => repair.State, repair => repair.Due, repair => repair.Look)
    {
        View = Verify,
        States = new Dictionary<RepairState, string> { [RepairState.Found] = "待修复", [RepairState.Repaired] = "待验收", [RepairState.Verified] = "已验收" },
        Steps = [Mending, Verifying],
        Deadlines =
        [
            new(RepairState.Found)
            {
                WorkingDays = 5,
                RemindsBefore = TimeSpan.FromDays(1),
                Reminder = new("将到期", "修复将到期", (_, _) => "明日到期。"),
                Overdue = new("逾期", "修复逾期", (_, _) => "没有修复。"),
                EscalatesAfter = TimeSpan.FromDays(2),
                Escalation = new("督办", "修复督办", (_, _) => "逾期两天。"),
            },
        ],
        Waits =
        [
            new("修复泄漏", RepairState.Found, (_, actor) => actor.EnterpriseId is null ? null : _ => true),
            new("验收修复", RepairState.Repaired, (_, actor) => actor.May(Verify) ? _ => true : null),
        ],
        TitleOf = repair => repair.Title,
        HrefOf = id => string.Create(CultureInfo.InvariantCulture, $"/repairs/{id}"),
        NoticeOf = (repair, told, text, account) => new Notice { Event = told, Permission = Verify, Title = repair.Title, Text = text, EnterpriseId = repair.EnterpriseId, AccountId = account },
    };
}

/// <summary>The kit's tables and the repairs, with scope as the product has it.</summary>
internal sealed class RepairModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db)
    {
        model.Entity<Notice>();
        model.Entity<CalendarDay>().Ignore(day => day.Custom);
        model.Entity<Repair>(repair =>
        {
            repair.Property(one => one.Version).IsConcurrencyToken();
            repair.HasQueryFilter(one => db.Scope == null || one.EnterpriseId == db.Scope);
        });
        new FlowModel().Configure(model, secrets, db);
        model.Entity<FlowLine>().HasQueryFilter(one => db.Scope == null || one.EnterpriseId == db.Scope);
    }
}
