using System.Globalization;
using System.Text.Json;
using EcoPark.Modules.Waste.Figures;
using EcoPark.Modules.Waste.Manifests;
using EcoPark.Platform.Records;
using EcoPark.Platform.Time;
using Microsoft.AspNetCore.Http;

namespace EcoPark.Modules.Waste.Ledger;

/// <summary>Addresses of forms that are filled in as far as the platform knows: the next link of a batch, with its code.</summary>
public sealed class NextEntry(BatchCodes codes, TimeProvider clock)
{
    /// <param name="enterprise">Without one the code is left to whoever fills it in.</param>
    public async Task<string> Generated(int? enterprise, bool isHazardous, CancellationToken cancellationToken)
    {
        var values = Begun(LedgerStage.Generated);
        if (enterprise is { } owner)
        {
            values["enterpriseId"] = owner.ToString(CultureInfo.InvariantCulture);
            values["code"] = await Code(owner, LedgerStage.Generated, isHazardous, cancellationToken).ConfigureAwait(false);
        }

        return Address(WasteEntryType.Name, values);
    }

    /// <summary>What becomes of a batch next, all that is left of it.</summary>
    public async Task<string> After(OpenBatch batch, string stage, CancellationToken cancellationToken)
    {
        var values = Begun(stage);
        values["enterpriseId"] = batch.EnterpriseId.ToString(CultureInfo.InvariantCulture);
        values["code"] = await Code(batch.EnterpriseId, stage, LedgerStage.IsHazardous(batch.Code), cancellationToken).ConfigureAwait(false);
        values["kindId"] = batch.KindId.ToString(CultureInfo.InvariantCulture);
        values["amount"] = Math.Round(batch.Left, 6).ToString("R", CultureInfo.InvariantCulture);
        values["sourceCode"] = batch.Code;
        if (stage == LedgerStage.Out && batch.StoreId is { } store)
            values["storeId"] = store.ToString(CultureInfo.InvariantCulture);
        return Address(WasteEntryType.Name, values);
    }

    /// <summary>The manifest that carries what is left of a batch that is sent.</summary>
    public string Manifest(OpenBatch batch) => Address(WasteManifestType.Name, new()
    {
        ["enterpriseId"] = batch.EnterpriseId.ToString(CultureInfo.InvariantCulture),
        ["disposerId"] = batch.DisposerId?.ToString(CultureInfo.InvariantCulture) ?? "",
        ["leftAt"] = FieldText.Stored(batch.At),
        ["items"] = JsonSerializer.Serialize(new[] { new Dictionary<string, string> { ["batch"] = batch.Code, ["kindId"] = batch.KindId.ToString(CultureInfo.InvariantCulture), ["sent"] = Math.Round(batch.Left, 6).ToString("R", CultureInfo.InvariantCulture) } }),
    });

    private Dictionary<string, string> Begun(string stage) => new() { ["stage"] = stage, ["at"] = FieldText.Stored(Minute(clock.UtcNow())) };

    private Task<string> Code(int enterprise, string stage, bool isHazardous, CancellationToken cancellationToken) =>
        codes.Next(enterprise, stage, isHazardous, DateOnly.FromDateTime(clock.ParkNow()), cancellationToken);

    private static DateTime Minute(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute));

    private static string Address(string type, Dictionary<string, string> values) => $"/records/{type}/new" + QueryString.Create(values.Select(pair => new KeyValuePair<string, string?>("v." + pair.Key, pair.Value)));
}
