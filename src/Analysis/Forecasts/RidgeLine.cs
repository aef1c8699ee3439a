using MathNet.Numerics.LinearAlgebra;

namespace EcoPark.Analysis.Forecasts;

/// <summary>Ridge regression (Hoerl and Kennard 1970) on standardised features; a missing feature counts as its mean.</summary>
internal sealed record RidgeLine(double[] Means, double[] Deviations, double[] Weights, double Intercept)
{
    /// <summary>Standardised features are cut here, so that a never seen value does not carry the line away.</summary>
    private const double MostDeviations = 4;

    /// <param name="rows">Features and finite labels.</param>
    /// <param name="penalty">λ per example: weights shrink as by that share of a standard deviation squared.</param>
    public static RidgeLine Train(IReadOnlyList<TreeRow> rows, double penalty)
    {
        var width = rows[0].Features.Length;
        var (means, deviations) = Standardise(rows, width);
        var intercept = rows.Average(row => (double)row.Label);
        var (gram, moments) = (new double[width, width], new double[width]);
        var x = new double[width];
        foreach (var row in rows)
        {
            Fill(x, row.Features, means, deviations);
            var rest = row.Label - intercept;
            for (var i = 0; i < width; i++)
            {
                moments[i] += x[i] * rest;
                for (var j = 0; j <= i; j++)
                    gram[i, j] += x[i] * x[j];
            }
        }

        for (var i = 0; i < width; i++)
        {
            gram[i, i] += penalty * rows.Count;
            for (var j = 0; j < i; j++)
                gram[j, i] = gram[i, j];
        }

        var weights = Matrix<double>.Build.DenseOfArray(gram).Cholesky().Solve(Vector<double>.Build.Dense(moments));
        return new RidgeLine(means, deviations, weights.ToArray(), intercept);
    }

    public double Predict(float[] features)
    {
        var value = Intercept;
        for (var i = 0; i < features.Length; i++)
            value += Weights[i] * Standardised(features[i], Means[i], Deviations[i]);
        return value;
    }

    private static void Fill(double[] x, float[] features, double[] means, double[] deviations)
    {
        for (var i = 0; i < x.Length; i++)
            x[i] = Standardised(features[i], means[i], deviations[i]);
    }

    private static double Standardised(float value, double mean, double deviation) =>
        float.IsFinite(value) && deviation > 0 ? Math.Clamp((value - mean) / deviation, -MostDeviations, MostDeviations) : 0;

    private static (double[] Means, double[] Deviations) Standardise(IReadOnlyList<TreeRow> rows, int width)
    {
        var (means, deviations) = (new double[width], new double[width]);
        for (var i = 0; i < width; i++)
        {
            var (n, sum, squares) = (0, 0.0, 0.0);
            foreach (var row in rows)
            {
                double value = row.Features[i];
                if (!double.IsFinite(value))
                    continue;
                n++;
                sum += value;
                squares += value * value;
            }

            means[i] = n == 0 ? 0 : sum / n;
            deviations[i] = n == 0 ? 0 : Math.Sqrt(Math.Max((squares / n) - (means[i] * means[i]), 0));
        }

        return (means, deviations);
    }
}
