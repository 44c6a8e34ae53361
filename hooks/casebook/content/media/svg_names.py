"""The elements and attributes that a drawing may have, after SVG 1.1 and SVG 2.

Scripts, handlers, animations, foreign content and links to other files are in no list.
"""

from __future__ import annotations

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    """
    svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan
    textPath image a style linearGradient radialGradient stop pattern clipPath mask marker
    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
    feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
    feSpecularLighting feSpotLight feTile feTurbulence
    """
)

TEXT_ELEMENTS = _words(
    """
    text title desc style
    """
)
"""Elements whose texts, those of the elements within among them, are read as one."""

PRESENTATION = _words(
    """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering cursor direction display dominant-baseline
    enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font
    font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch
    font-style font-variant font-variant-caps font-variant-east-asian font-variant-ligatures
    font-variant-numeric font-variation-settings font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing
    lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
    mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-margin
    shape-padding shape-rendering solid-color solid-opacity stop-color stop-opacity stroke
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
    stroke-opacity stroke-width text-align text-anchor text-decoration text-decoration-color
    text-decoration-line text-decoration-style text-indent text-orientation text-overflow
    text-rendering text-transform transform transform-box transform-origin unicode-bidi
    vector-effect visibility white-space width height word-spacing writing-mode x y r rx ry cx
    cy d
    """
)
"""Properties of style, each of which can be an attribute too, but for a few."""

NUMBERS = _words(
    """
    d points x y x1 y1 x2 y2 dx dy r rx ry cx cy fx fy fr width height viewBox offset rotate
    pathLength textLength startOffset refX refY markerWidth markerHeight orient transform
    gradientTransform patternTransform stroke-dasharray stroke-dashoffset stroke-width
    stroke-miterlimit opacity fill-opacity stroke-opacity stop-opacity flood-opacity font-size
    k1 k2 k3 k4 values order kernelMatrix divisor bias targetX targetY surfaceScale
    diffuseConstant kernelUnitLength scale azimuth elevation stdDeviation tableValues slope
    intercept amplitude exponent radius pointsAtX pointsAtY pointsAtZ specularExponent
    specularConstant limitingConeAngle baseFrequency numOctaves seed z version tabindex
    """
)
"""Attributes that hold numbers; where they hold nothing else, they are no text."""

OTHERS = _words(
    """
    id class style lang role baseProfile preserveAspectRatio gradientUnits spreadMethod
    patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits
    filterUnits primitiveUnits lengthAdjust method spacing side type in in2 result mode operator
    edgeMode preserveAlpha xChannelSelector yChannelSelector stitchTiles focusable media
    """
)

ATTRIBUTES = PRESENTATION | NUMBERS | OTHERS
WITH_PREFIX = ("aria-", "data-")
"""How further attributes begin, which hold texts only."""
REFERENCES = frozenset({"href", f"{XLINK} href"})
OF_NAMESPACES = frozenset(
    {f"{XML} space", f"{XML} lang"}
    | {f"{XLINK} {name}" for name in ("type", "title", "role", "show", "actuate")}
)
"""Attributes of other namespaces, each behind the address of its namespace."""
