namespace Codecs;

/// <summary>A message that is carried under values of the table <typeparamref name="TTag"/>. Generated for each table that a <see cref="TagAttribute"/> names.</summary>
/// <typeparam name="TTag">The enum that is the table.</typeparam>
public interface ICarried<TTag> where TTag : struct, Enum
{
    /// <summary>The value that a carrier is given if it has none: the first of the attribute.</summary>
    static abstract TTag Tag { get; }

    /// <summary>Is the message carried under <paramref name="tag"/>?</summary>
    static abstract bool IsCarriedAs(TTag tag);

    /// <summary>Is it carried by <typeparamref name="TCarrier"/>, selected by that field? False only where <c>In</c> or <c>Of</c> of the attribute says so.</summary>
    static virtual bool IsCarriedBy<TCarrier>(string tagField) where TCarrier : allows ref struct => true;
}
