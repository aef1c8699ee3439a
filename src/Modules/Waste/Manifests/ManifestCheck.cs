using EcoPark.Modules.Waste.Ledger;
using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Waste.Manifests;

/// <summary>A manifest carries batches that the ledger has sent to the same receiver, and no more of them than there is.</summary>
internal sealed class ManifestCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => WasteManifestType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        var manifest = (WasteManifest)record;
        List<string> codes = [.. manifest.Items.Select(item => item.Batch)];
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        var entries = await db.Set<WasteEntry>().AsNoTracking().Where(entry => entry.EnterpriseId == manifest.EnterpriseId && codes.Contains(entry.Code)).ToDictionaryAsync(entry => entry.Code, cancellationToken).ConfigureAwait(false);
        var others = await (from item in db.Set<ManifestItem>().AsNoTracking()
                            join other in db.Set<WasteManifest>().AsNoTracking() on item.ParentId equals other.Id
                            where other.EnterpriseId == manifest.EnterpriseId && other.Id != manifest.Id && other.State != ManifestForm.Refused && codes.Contains(item.Batch)
                            group item by item.Batch into batch
                            select new { batch.Key, Sent = batch.Sum(item => item.Sent) ?? 0 }).ToDictionaryAsync(one => one.Key, one => one.Sent, cancellationToken).ConfigureAwait(false);
        return manifest.Items.Select((item, at) => OfItem(manifest, item, at, entries.GetValueOrDefault(item.Batch), others.GetValueOrDefault(item.Batch))).FirstOrDefault(problem => problem is not null);
    }

    private static Problem? OfItem(WasteManifest manifest, ManifestItem item, int at, WasteEntry? entry, double onOthers)
    {
        Problem Wrong(string name, string text) => new("batch", $"明细第 {at + 1} 行：{text}", $"items[{at}].{name}");
        if (entry is null || !LedgerStage.Sent.Contains(entry.Stage))
            return Wrong("batch", $"本企业台账中没有编码为“{item.Batch}”的委外批次，请先登记委外。");
        if (entry.KindId != item.KindId)
            return Wrong("kindId", $"废物与批次“{item.Batch}”的台账不一致。");
        if (entry.DisposerId != manifest.DisposerId)
            return Wrong("batch", $"批次“{item.Batch}”的接收单位与联单不一致。");
        if (manifest.LeftAt < entry.At?.AddDays(-1))
            return Wrong("batch", $"出厂时间早于批次“{item.Batch}”的委外时间。");
        var left = (entry.Amount ?? 0) - onOthers;
        return item.Sent > left + WasteWords.Gram ? Wrong("sent", $"批次“{item.Batch}”可转移 {WasteWords.Tonnes(Math.Max(0, left))} t，不能移出 {WasteWords.Tonnes(item.Sent)} t。") : null;
    }
}
