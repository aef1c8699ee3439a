namespace EcoPark.Modules.Outlets.Filing;

/// <summary>Where the dry standard-state flow of a flue-gas outlet comes from.</summary>
internal static class FlowRules
{
    /// <summary>The logger sends it as it is needed.</summary>
    public const string Sent = "数采仪上传标态干烟气量";

    /// <summary>The logger sends the flow in the state of the duct.</summary>
    public const string SentWet = "数采仪上传工况烟气量，由平台换算";

    /// <summary>Velocity × area × 速度场系数.</summary>
    public const string FromVelocity = "由流速、截面积计算";
}
