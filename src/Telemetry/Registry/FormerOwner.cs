using System.ComponentModel;
using EcoPark.Platform.Audit;

namespace EcoPark.Telemetry.Registry;

/// <summary>An enterprise that a monitoring point belonged to, and until when: what was measured in that time stays the enterprise's.</summary>
[Audited("点位原归属")]
public sealed class FormerOwner
{
    public int Id { get; set; }

    public int PointId { get; set; }

    [DisplayName("企业档案编号")]
    public int EnterpriseId { get; set; }

    /// <summary>In the park's zone.</summary>
    [DisplayName("归属至")]
    public DateOnly LastDay { get; set; }
}
