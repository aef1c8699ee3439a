using EcoPark.Platform;
using EcoPark.Platform.Data;
using EcoPark.Platform.Records;
using EcoPark.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Manual.Fence.Causes;

/// <summary>Enterprises answer a sheet; what stands on it besides is the park's.</summary>
internal sealed class CauseCheck(IDbContextFactory<ParkDb> databases) : IRecordCheck
{
    public string Type => FenceCauseType.Name;

    public async Task<Problem?> Check(Record record, CancellationToken cancellationToken)
    {
        if (Actor.Current.EnterpriseId is null)
            return null;
        var given = (FenceCause)record;
        await using var db = await databases.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        if (await db.Set<FenceCause>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == given.Id, cancellationToken).ConfigureAwait(false) is not { } held)
            return new("park", "厂界溯源单由园区发出，企业在收到的单上填写原因和措施。");
        return (given.Kind, given.Point, given.Factor, given.From, given.To, given.FoundOn, given.Evidence, given.CauseDueOn, given.ActionDueOn) == (held.Kind, held.Point, held.Factor, held.From, held.To, held.FoundOn, held.Evidence, held.CauseDueOn, held.ActionDueOn)
            ? null : new("park", "证据和期限由园区填写，企业只填写查明日期、原因、完成日期和措施。", "evidence");
    }
}
