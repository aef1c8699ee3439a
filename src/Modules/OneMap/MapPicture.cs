namespace EcoPark.Modules.OneMap;

/// <summary>Cells between degrees as a picture: rows from north to south, red, green, blue and opacity of each cell.</summary>
/// <param name="Pixels">Base 64.</param>
public sealed record MapPicture(int Width, int Height, double West, double South, double East, double North, string Pixels);
