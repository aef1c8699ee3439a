using EcoPark.Modules.Ldar.Instruments;
using EcoPark.Modules.Ldar.Points;
using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Modules.Ldar.Surveys;

/// <summary>What the readings of an enterprise rest on.</summary>
internal sealed class GroundBook
{
    private readonly Dictionary<int, LdarSurvey> _surveys;
    private readonly Dictionary<int, LdarUnit> _units;
    private readonly Dictionary<int, LdarInstrument> _instruments;
    private readonly Dictionary<int, SealPoint> _points;
    private readonly ILookup<(int Unit, int Instrument, DateOnly Day), BackgroundValue> _backgrounds;

    private GroundBook(IEnumerable<LdarSurvey> surveys, IEnumerable<LdarUnit> units, IEnumerable<LdarInstrument> instruments, IEnumerable<SealPoint> points, IEnumerable<LdarBackground> backgrounds)
    {
        (_surveys, _units, _instruments, _points) = (surveys.ToDictionary(one => one.Id), units.ToDictionary(one => one.Id), instruments.ToDictionary(one => one.Id), points.ToDictionary(one => one.Id));
        _backgrounds = backgrounds.OrderBy(one => one.At).ToLookup(one => (one.UnitId, one.InstrumentId, one.Day!.Value), one => new BackgroundValue(one.At!.Value, one.Ppm!.Value));
    }

    /// <summary>All of an enterprise.</summary>
    public static async Task<GroundBook> Read(ParkDb db, int enterprise, CancellationToken cancellationToken) => new(
        await db.Set<LdarSurvey>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false),
        await db.Set<LdarUnit>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false),
        await db.Set<LdarInstrument>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false),
        await db.Set<SealPoint>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false),
        await db.Set<LdarBackground>().AsNoTracking().Where(one => one.EnterpriseId == enterprise).ToListAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>What one reading rests on; <see langword="null"/> where something of it is missing.</summary>
    public static async Task<ReadingGround?> Read(ParkDb db, LdarReading reading, CancellationToken cancellationToken)
    {
        if (await db.Set<LdarSurvey>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == reading.SurveyId, cancellationToken).ConfigureAwait(false) is not { } survey)
            return null;
        var backgrounds = await db.Set<LdarBackground>().AsNoTracking().Where(one => one.UnitId == survey.UnitId && one.InstrumentId == survey.InstrumentId && one.Day == survey.Day).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new GroundBook(
            [survey],
            await db.Set<LdarUnit>().AsNoTracking().Where(one => one.Id == survey.UnitId).ToListAsync(cancellationToken).ConfigureAwait(false),
            await db.Set<LdarInstrument>().AsNoTracking().Where(one => one.Id == survey.InstrumentId).ToListAsync(cancellationToken).ConfigureAwait(false),
            await db.Set<SealPoint>().AsNoTracking().Where(one => one.Id == reading.SealPointId).ToListAsync(cancellationToken).ConfigureAwait(false), backgrounds).Find(reading);
    }

    public ReadingGround? Find(LdarReading reading) =>
        _surveys.TryGetValue(reading.SurveyId, out var survey) && _units.TryGetValue(survey.UnitId, out var unit) && _instruments.TryGetValue(survey.InstrumentId, out var instrument) && _points.TryGetValue(reading.SealPointId, out var point)
            ? new(survey, unit, instrument, point, [.. _backgrounds[(survey.UnitId, survey.InstrumentId, survey.Day!.Value)]]) : null;
}
