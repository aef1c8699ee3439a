using System.ComponentModel;
using EcoPark.Platform.Audit;
using EcoPark.Platform.Time;

namespace EcoPark.Telemetry.Registry;

/// <summary>An enterprise that a monitoring point belonged to, and until when: what was measured in that time stays the enterprise's.</summary>
[Audited("点位原归属")]
public sealed class FormerOwner
{
    public int Id { get; set; }

    public int PointId { get; set; }

    [DisplayName("企业档案编号")]
    public int EnterpriseId { get; set; }

    /// <summary>As it is called now; in memory alone.</summary>
    [System.ComponentModel.DataAnnotations.Schema.NotMapped]
    public string Enterprise { get; set; } = "";

    /// <summary>In the park's zone.</summary>
    [DisplayName("归属至")]
    public DateOnly LastDay { get; set; }

    /// <summary>UTC instant at which it ceased to be the enterprise's.</summary>
    public DateTime Until => ParkTime.ToUtc(LastDay.AddDays(1).ToDateTime(TimeOnly.MinValue));
}
