using EcoPark.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace EcoPark.Platform.Time;

/// <summary>The park's working days as they stand now.</summary>
public static class WorkingCalendar
{
    public static async Task<WorkingDays> Read(ParkDb db, CancellationToken cancellationToken)
    {
        var own = await db.Set<CalendarDay>().AsNoTracking().Where(day => day.Day != null).Select(day => new { day.Day, day.Kind }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return new WorkingDays(own.ToDictionary(day => day.Day!.Value, day => day.Kind == CalendarDayType.On));
    }
}
