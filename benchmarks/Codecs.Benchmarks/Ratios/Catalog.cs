using System.Reflection;
using BenchmarkDotNet.Attributes;
using Codecs.Benchmarks.Workloads;

namespace Codecs.Benchmarks.Ratios;

/// <summary>The workloads of this program: the same classes that BenchmarkDotNet finds, once for each value of a parameter.</summary>
internal static class Catalog
{
    public static IEnumerable<Race> Races =>
        from type in typeof(Catalog).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Workload)) && !type.IsAbstract
        orderby Create(type).Name
        from workload in Instances(type)
        select new Race(workload, Contenders(workload));

    private static IEnumerable<Workload> Instances(Type type)
    {
        var parameter = type.GetProperties().SingleOrDefault(property => property.IsDefined(typeof(ParamsAttribute)));
        if (parameter is null)
        {
            yield return Create(type);
            yield break;
        }
        foreach (object? value in parameter.GetCustomAttribute<ParamsAttribute>()!.Values)
        {
            var workload = Create(type);
            parameter.SetValue(workload, value);
            yield return workload;
        }
    }

    private static Contender[] Contenders(Workload workload) =>
    [
        .. from method in workload.GetType().GetMethods()
           let attribute = method.GetCustomAttribute<BenchmarkAttribute>()
           where attribute is not null
           orderby attribute.SourceCodeLineNumber
           select new Contender(workload, method, attribute),
    ];

    private static Workload Create(Type type) => (Workload)Activator.CreateInstance(type)!;
}
