using EcoPark.Modules.OneMap.Measuring;
using EcoPark.Web.Components;

namespace EcoPark.Modules.OneMap.Hours;

/// <summary>One hour on the map.</summary>
/// <param name="Signs">By monitoring point; stations without the factor are left out.</param>
/// <param name="Arrows">Wind of the hour.</param>
/// <param name="Picture">Surface between the stations.</param>
public sealed record HourScene(IReadOnlyDictionary<int, MapSign> Signs, IReadOnlyList<WindArrow> Arrows, MapPicture? Picture);
