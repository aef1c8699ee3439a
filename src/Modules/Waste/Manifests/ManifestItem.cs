using EcoPark.Platform.Records;

namespace EcoPark.Modules.Waste.Manifests;

/// <summary>A batch on the way.</summary>
public sealed class ManifestItem : RecordRow
{
    public string Batch { get; set; } = "";

    public int KindId { get; set; }

    public double? Sent { get; set; }

    public double? Received { get; set; }

    public string Packing { get; set; } = "";

    public int? Count { get; set; }
}
