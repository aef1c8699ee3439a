using System.ComponentModel;
using EcoPark.Contracts;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Outlets.Quotas;

/// <summary>阀门指令: who had a valve of which outlet opened or shut, when, why, and what came of it.</summary>
[Audited("阀门指令")]
public sealed class ValveOrder : IOfEnterprise
{
    public int Id { get; set; }

    public int EnterpriseId { get; set; }

    [DisplayName("排口点位编号")]
    public int PointId { get; set; }

    /// <summary>关阀 or 开阀.</summary>
    [DisplayName("动作")]
    public bool IsShutting { get; set; }

    [DisplayName("原因")]
    public string Why { get; set; } = "";

    [DisplayName("下令人")]
    public string By { get; set; } = "";

    public DateTime At { get; set; }

    /// <summary>The command that was sent to the logger; null where somebody turns the valve by hand.</summary>
    [DisplayName("命令编号")]
    public long? CommandId { get; set; }

    /// <summary>What came of an order by hand; of a command its record says so.</summary>
    [DisplayName("执行结果")]
    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    public DateTime? AnsweredAt { get; set; }
}

/// <summary>Its table.</summary>
internal sealed class ValveOrderModel : IModelPart
{
    public void Configure(ModelBuilder model, SecretBox secrets, ParkDb db) => model.Entity<ValveOrder>(order =>
    {
        order.HasIndex(one => new { one.PointId, one.At });
        order.Property(one => one.Why).HasMaxLength(500);
        order.Property(one => one.By).HasMaxLength(50);
        order.Property(one => one.Answer).HasMaxLength(500);
        order.Property(one => one.AnsweredBy).HasMaxLength(50);
    });
}
